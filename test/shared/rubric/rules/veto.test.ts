import { parseRubric } from '../../../../src/shared/rubric'
import { parseFacts, score } from '../../../../src/shared/scoring'
import { smallDocument, someFacts } from '../small-rubric'

const rubric = parseRubric({
  ...smallDocument({ kind: 'marked', max: 100, fact: 'share' }, 100),
  facts: { share: someFacts.share, done: someFacts.done },
  grades: {
    bands: [
      { grade: '不合格', from: 0 },
      { grade: '合格', from: 60 },
      { grade: '优秀', from: 80 },
    ],
  },
  vetoes: [{ when: { fact: 'done', is: true }, grade: '不合格', why: '违法违规' }],
})
const gradeFor = (facts: object) => score(rubric, parseFacts(rubric, facts)).grade

describe('grade and veto', () => {
  it.each([
    [59.999999, '不合格'],
    [60, '合格'],
    [79.999999, '合格'],
    [80, '优秀'],
  ])('grades the exact total: %d is %s', (share, grade) => {
    expect(gradeFor({ share, done: false })).toBe(grade)
  })

  it('lets a veto decide whatever the points are, which stay visible', () => {
    const card = score(rubric, parseFacts(rubric, { share: 100, done: true }))
    expect(card).toMatchObject({ grade: '不合格', gradeWhy: '违法违规', total: 100 })
  })

  it('gives no grade while a criterion is open, unless a veto decides', () => {
    expect(gradeFor({ done: false })).toBeNull()
    expect(gradeFor({ done: true })).toBe('不合格')
  })

  it('takes cut lines that were entered for the year', () => {
    const cuts = [
      { grade: 'A', from: 85 },
      { grade: 'B', from: 60 },
      { grade: 'C', from: 0 },
    ]
    const graded = (share: number) => score(rubric, { share, done: false }, { cuts }).grade
    expect([84.999999, 85, 0].map(graded)).toEqual(['B', 'A', 'C'])
  })
})
