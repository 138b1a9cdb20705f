// Readings that no setting names: reached by editing the document, as a province would.
import { parseRubric, rubricDocument } from '../../../src/shared/rubric'
import { parseFacts, score, toHundredth, type Card, type Cut } from '../../../src/shared/scoring'
import { edited, placeOf } from '../rubric/edited'
import { cases } from './cases'

const CITY = 'hunan-2023-city'
const COMPLETION = 'loan/target/completion'
const thirds = { registrations: 100, registrationTarget: 300 }

function cardOf(document: unknown, facts: object): Card {
  const rubric = parseRubric(document)
  return score(rubric, parseFacts(rubric, facts))
}
const factsOfCase = (id: string) => cases.find((each) => each.id === id)?.facts ?? {}
const pointsOf = (card: Card, id: string) => card.nodes.find((node) => node.id === id)?.points

describe('rounding (RULES.md G6)', () => {
  const hundredThirds = { registrations: 1, registrationTarget: 90 }

  it('touches nothing as the documents stand', () => {
    expect(pointsOf(cardOf(edited(CITY, ['rounding'], 'nothing'), hundredThirds), COMPLETION)).toBeCloseTo(
      1 / 3,
      9,
    )
  })

  it('rounds each criterion to the hundredth, half up, where the document says so', () => {
    const document = edited(CITY, ['rounding'], 'criteria')
    expect(pointsOf(cardOf(document, hundredThirds), COMPLETION)).toBe(0.33)
    expect(pointsOf(cardOf(document, { registrations: 1, registrationTarget: 6000 }), COMPLETION)).toBe(0.01)
    const card = cardOf(document, hundredThirds)
    expect(card.nodes.find(({ id }) => id === COMPLETION)?.why).toMatch(
      /^30 × 1 \/ 90 = 约 0\.3333.*,四舍五入为 0\.33$/,
    )
    expect(card.total).toBe(0.099)
    expect(card.sections.reduce((sum, section) => sum + section.weighted, 0)).toBe(card.total)
  })

  it('grades the rounded total where the document says so, and leaves the total as it is', () => {
    const facts = {
      ...factsOfCase('city-004-typical-partial-hundred'),
      registrations: 100,
      registrationTarget: 700,
    }
    const graded = (rounding: string) => {
      const rubric = parseRubric(edited(CITY, ['rounding'], rounding))
      return (cuts: Cut[]) => score(rubric, parseFacts(rubric, facts), { cuts })
    }
    const { total } = graded('nothing')([])
    const cuts = [{ grade: '达到', from: toHundredth(total) }]
    expect(toHundredth(total)).toBeGreaterThan(total)
    expect(graded('nothing')(cuts)).toMatchObject({ total, grade: null })
    expect(graded('graded-total')(cuts)).toMatchObject({ total, grade: '达到' })
  })
})

describe('completion in steps (RULES.md H2.1a)', () => {
  const inSteps = edited(CITY, [...placeOf(CITY, COMPLETION), 'rule'], {
    kind: 'shortfall',
    points: 30,
    of: { percent: 'registrations', of: 'registrationTarget' },
    threshold: 100,
    each: 10,
    minus: 3,
    partial: 'floor',
  })

  it.each([
    [300, 30],
    [271, 30],
    [270, 27],
    [269, 27],
    [240, 24],
    [0, 0],
  ])('%d of 300 registrations give %d points', (registrations, points) => {
    expect(pointsOf(cardOf(inSteps, { ...thirds, registrations }), COMPLETION)).toBe(points)
  })

  it('is not scorable without a target', () => {
    const node = cardOf(inSteps, { registrations: 5, registrationTarget: 0 }).nodes.find(
      ({ id }) => id === COMPLETION,
    )
    expect(node).toMatchObject({ points: null, status: 'not-scorable' })
    expect(node?.why).toContain('无法计算,须由人工认定')
  })
})

describe('no target issued (RULES.md G10)', () => {
  const place = [...placeOf(CITY, COMPLETION), 'rule']
  const rule = {
    kind: 'proportional',
    points: 30,
    achieved: 'registrations',
    target: 'registrationTarget',
  }
  const issued = { quantity: 'registrationTarget', comparison: 'moreThan', to: 0 }
  const whenIssued = { kind: 'gate', when: issued, otherwise: '没有下达目标', rule }
  const full = {
    kind: 'gate',
    when: { not: issued },
    otherwise: '已下达目标',
    rule: { kind: 'lump', points: 30, when: { always: true } },
  }
  const none = { registrations: 5, registrationTarget: 0 }

  it.each([
    ['a person decides', rule, null],
    ['full marks', { kind: 'sum', parts: [whenIssued, full], cap: 30 }, 30],
    ['no points', whenIssued, 0],
  ])('%s', (_reading, edit, points) => {
    const document = edited(CITY, place, edit)
    expect(pointsOf(cardOf(document, none), COMPLETION)).toBe(points)
    expect(pointsOf(cardOf(document, thirds), COMPLETION)).toBe(10)
  })
})

describe('a number that is itself excluded (RULES.md G1)', () => {
  it('is reached by a threshold a millionth above it', () => {
    const standard = 'service-standard-trial'
    const facts = factsOfCase('std-003-exactly-60')
    expect(cardOf(rubricDocument(standard), facts).grade).toBe('合格')
    expect(cardOf(edited(standard, ['grades', 'bands', 1, 'from'], 60.000001), facts).grade).toBe('不合格')
  })
})
