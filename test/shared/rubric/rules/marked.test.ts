import { FactsError, checkMark, parseFacts } from '../../../../src/shared/scoring'
import { nodeFor, pointsFor, smallRubric } from '../small-rubric'

const rule = { kind: 'marked', max: 10, step: 0.5 }

describe('marked', () => {
  it.each([0, 0.5, 9.5, 10])('gives the mark of the judge: %d', (mark) => {
    expect(pointsFor(rule, 10, { marks: { 's/one': mark } })).toBe(mark)
  })

  it('is open without a mark', () => {
    expect(nodeFor(rule, 10, { marks: {} })).toMatchObject({
      status: 'open',
      points: null,
      missing: ['marks'],
    })
  })

  it('takes the mean of two judges, which need not be a step', () => {
    expect(pointsFor(rule, 10, { marks: { 's/one': 8.75 } })).toBe(8.75)
  })

  it('refuses a mark above the maximum, and a mark of an unknown criterion', () => {
    const rubric = smallRubric(rule, 10)
    expect(() => parseFacts(rubric, { marks: { 's/one': 10.5 } })).toThrow(FactsError)
    expect(() => parseFacts(rubric, { marks: { 's/two': 1 } })).toThrow(/marks.*s\/two/)
  })

  it('checks what one judge enters: range and step', () => {
    const rubric = smallRubric(rule, 10)
    expect(checkMark(rubric, 's/one', 9.5)).toBeNull()
    expect(checkMark(rubric, 's/one', 9.7)).toBe('分值须为 0.5 的倍数')
    expect(checkMark(rubric, 's/one', 10.5)).toBe('分值须在 0 到 10 之间')
    expect(checkMark(rubric, 's/one', Number.NaN)).toBe('分值须在 0 到 10 之间')
  })

  it('reads a fact of its own where it names one', () => {
    expect(pointsFor({ kind: 'marked', max: 100, fact: 'share' }, 100, { share: 12.5 })).toBe(12.5)
  })
})
