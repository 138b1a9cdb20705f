import { countableDecision, type CountableRecord } from '../../../src/shared/records'
import { rubricById } from '../../../src/shared/rubric'
import { factsOf, nodeOf, parseFacts, recordsOf, score, tally } from '../../../src/shared/scoring'

const city = rubricById('hunan-2023-city')
const completion = 'loan/target/completion'
const noTarget = { registrations: 5, registrationTarget: 0 }
const decided = (points: number | null) => ({
  decisions: { [completion]: { points, reason: '没有下达任务', document: '湘平台函 1 号' } },
})
const cardOf = (facts: unknown) => score(city, parseFacts(city, facts))

describe('a decision on a criterion that cannot be computed', () => {
  it.each([
    ['above its maximum', { decisions: { [completion]: { points: 31, reason: '理由', document: '' } } }],
    ['on nothing', { decisions: { 'loan/nothing': { points: 1, reason: '理由', document: '' } } }],
    ['without a reason', { decisions: { [completion]: { points: 1, reason: '', document: '' } } }],
  ])('%s is refused', (_what, facts) => {
    expect(() => parseFacts(city, facts)).toThrow('decisions')
  })

  it('gives its points, with reason and document, and closes the criterion', () => {
    const card = cardOf({ ...noTarget, ...decided(20) })
    expect(nodeOf(card, completion)).toMatchObject({
      status: 'counted',
      points: 20,
      share: 6,
      label: '人工认定',
    })
    expect(nodeOf(card, completion)?.why).toContain('人工认定 20 分（没有下达任务；依据：湘平台函 1 号）')
    expect(card.open).not.toContain(completion)
    expect(card.total).toBe(cardOf(noTarget).total + 6)
  })

  it('that it does not apply gives no points and moves none to others', () => {
    const card = cardOf({ ...noTarget, ...decided(null) })
    expect(nodeOf(card, completion)).toMatchObject({ status: 'counted', points: 0, label: '不适用' })
    expect(card.open).not.toContain(completion)
    expect(card.total).toBe(cardOf(noTarget).total)
  })

  it('also closes one whose target nobody issued', () => {
    expect(nodeOf(cardOf({ registrations: 5, ...decided(20) }), completion)?.points).toBe(20)
  })

  it('gives way to the rule as soon as that can be computed', () => {
    const facts = { registrations: 5, registrationTarget: 10 }
    expect(nodeOf(cardOf({ ...facts, ...decided(20) }), completion)).toEqual(
      nodeOf(cardOf(facts), completion),
    )
  })

  it('lets a grade be given', () => {
    const cuts = [{ grade: 'A', from: 0 }]
    const all = score(city, parseFacts(city, { ...noTarget, ...decided(20) }), { cuts })
    expect(all.gradeWhy).not.toContain(`${cardOf(noTarget).open.length} 项待补`)
  })
})

describe('of several decisions', () => {
  const row = (id: string, at: string, decision: number | 'not-applicable' | 'none'): CountableRecord =>
    countableDecision.parse({
      kind: 'decision',
      id,
      date: '2023-01-01',
      approved: true,
      criterion: completion,
      decision,
      reason: '理由',
      document: '',
      at,
    })
  const first = row('d1', '2023-03-01T00:00:00Z', 20)
  const second = row('d2', '2023-03-02T00:00:00Z', 'not-applicable')
  const takenBack = row('d3', '2023-03-03T00:00:00Z', 'none')
  const decisions = (...rows: CountableRecord[]) => factsOf(city, tally(city, rows)).decisions

  it('the latest counts, and one taken back leaves none', () => {
    expect(decisions()).toBeUndefined()
    expect(decisions(second, first)).toEqual({ [completion]: { points: null, reason: '理由', document: '' } })
    expect(decisions(first, takenBack, second)).toBeUndefined()
  })

  it('stand under their criterion alone, the latest counting', () => {
    expect(recordsOf(city, completion, [first, second]).map(({ counts }) => counts)).toEqual([false, true])
    expect(recordsOf(city, 'loan/events', [first])).toEqual([])
  })
})
