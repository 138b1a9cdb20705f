import { readdirSync, readFileSync } from 'node:fs'
import { askedBy } from '../../src/pages/record/asked'
import { leftOverOf } from '../../src/pages/record/left-over'
import { criterionText, possibleText } from '../../src/pages/record/worth-text'
import { unfinished } from '../../src/pages/record/unfinished'
import { inputLength, text } from '../../src/shared/records'
import { parseRubric, rubricById } from '../../src/shared/rubric'
import { edited } from '../shared/rubric/edited'
import { draft } from '../phone/world'

const form = { kind: 'activity' as const, resumes: () => true }
const [older, newer] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
const drafts = [
  draft(older, { changedAt: '2023-05-11T02:00:00Z' }),
  draft(newer, { changedAt: '2023-05-11T03:00:00Z' }),
]

describe('记一笔 goes on', () => {
  it('with the new record that was begun last', () => {
    expect(unfinished(form, 'liuyang', drafts, () => false)).toBe(newer)
  })
  it('never with an edit of a record that was saved and still waits to be sent', () => {
    expect(unfinished(form, 'liuyang', drafts, (id) => id === newer)).toBe(older)
    expect(unfinished(form, 'liuyang', drafts, () => true)).toBeUndefined()
  })
})

describe('a draft that the form goes on with can be thrown away', () => {
  it('as a change, and the saved version stays', () => {
    for (const isAsked of [true, false])
      expect(leftOverOf(isAsked, true)).toMatchObject({ action: '放弃修改', isGone: false })
    expect(leftOverOf(true, true).ask.content).toContain('已保存的版本不受影响')
  })
  it('as a whole, when it never was saved', () => {
    expect(leftOverOf(true, false)).toMatchObject({ action: '删除草稿', isGone: true })
    expect(leftOverOf(false, false)).toMatchObject({ action: '清空重写', isGone: false })
  })
})

describe('a form asks for what the rubric in force reads', () => {
  const nothing = {
    alsoCategories: false,
    validUntil: false,
    forYear: false,
    holder: false,
    ledToLoan: false,
  }
  it('and for nothing more as it is shipped, or before it is known', () => {
    for (const id of ['hunan-2023-city', 'hunan-2023-county', 'service-standard-trial'])
      expect(askedBy(rubricById(id))).toMatchObject(nothing)
    expect(askedBy(null)).toMatchObject(nothing)
    expect(askedBy(rubricById('hunan-2023-city')).topics('brand')).toEqual([])
  })
  it.each([
    ['the other categories of an event', { severalCategories: 'each' }, { alsoCategories: true }],
    ['until when an honour is valid', { honourDate: 'valid' }, { validUntil: true }],
    ['the year that an honour names', { honourDate: 'named' }, { forYear: true }],
    ['whose honour it is', { honourHolder: 'recommended' }, { holder: true }],
  ])('%s', (_what, settings, asked) => {
    for (const id of ['hunan-2023-city', 'hunan-2023-county'])
      expect(askedBy(rubricById(id, settings))).toMatchObject({ ...nothing, ...asked })
  })
  it('the services that a clause lists by name, and whether an event led to a loan', () => {
    const where = ['facts', 'brandActivities', 'from', 0, 'where']
    const { topics } = askedBy(
      parseRubric(edited('hunan-2023-city', where, { category: ['brand'], topic: ['质量诊断', '形象打造'] })),
    )
    expect([topics('brand'), topics('training')]).toEqual([['质量诊断', '形象打造'], []])
    const loans = edited('hunan-2023-city', ['facts', 'matchingEvents', 'from', 0, 'where'], {
      ledToLoan: [true],
    })
    expect(askedBy(parseRubric(loans)).ledToLoan).toBe(true)
  })
})

describe('what a record is worth', () => {
  const criterion = { id: 'c', title: '贷款对接活动', points: 3 }
  it('names the indicator that gains, with its points', () => {
    expect(criterionText({ criterion })).toBe('贷款对接活动 +3 分')
    expect(possibleText('发布后', { criterion, total: 0.9 })).toBe(
      '发布后 贷款对接活动 +3 分 · 总分 +0.90 分',
    )
  })
  it('names none where none gains, or by less than can be read', () => {
    expect(criterionText({ criterion: null })).toBeNull()
    expect(criterionText({ criterion: { ...criterion, points: 0.004 } })).toBeNull()
    expect(possibleText('发布后', { criterion: null, total: 0.1 })).toBe('发布后 总分 +0.10 分')
  })
})

describe('an input', () => {
  it('takes every text that the schema takes', () => {
    const longest = '𠮷'.repeat(60)
    expect(text(60).safeParse(longest).success).toBe(true)
    expect(longest.length).toBeLessThanOrEqual(inputLength(60))
  })
  it('is never cut at the number of characters that the schema counts', () => {
    const room = 'src/pages/record'
    const forms = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    )
    expect(forms.length).toBeGreaterThan(5)
    for (const form of forms) expect(readFileSync(`${room}/${form}`, 'utf8')).not.toMatch(/maxLength={limits/)
  })
})
