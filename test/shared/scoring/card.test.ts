import { rubricById } from '../../../src/shared/rubric'
import { formatPoints, formatPointsShort, nodeOf, parseFacts, score } from '../../../src/shared/scoring'
import { smallRubric } from '../rubric/small-rubric'

const city = rubricById('hunan-2023-city')
const cardFor = (facts: object, rubric = city) => score(rubric, parseFacts(rubric, facts))

describe('a card', () => {
  it('has every node in the order of the document, a group before its criteria', () => {
    const ids = cardFor({}).nodes.map((node) => node.id)
    expect(ids).toHaveLength(36)
    expect(ids.slice(0, 3)).toEqual([
      'digital/database',
      'digital/database/information-platform',
      'digital/database/enterprise-platform',
    ])
  })

  it('leaves what is unknown open, not zero, and says what is missing', () => {
    const card = cardFor({ registrations: 5 })
    expect(card.total).toBe(0)
    expect(card.open).toHaveLength(28)
    expect(nodeOf(card, 'loan/target/completion')).toMatchObject({
      status: 'open',
      points: null,
      missing: ['registrationTarget'],
      why: '待补:注册认证目标',
      facts: { registrations: 5 },
    })
    expect(nodeOf(card, 'loan/target')).toMatchObject({ status: 'open', points: null })
  })

  it('sums the known criteria of a group, which stays open', () => {
    const card = cardFor({ brandActivities: 5, startupActivities: 4 })
    expect(nodeOf(card, 'daily/activities')).toMatchObject({
      status: 'open',
      points: 18,
      why: '10 + 8 + 待补 + 待补 + 待补 = 18',
    })
    expect(card.sections[2]).toMatchObject({ id: 'daily', points: 18, weight: 0.3, weighted: 5.4 })
  })

  it('lists what cannot be scored beside what is open', () => {
    const card = cardFor({ registrations: 5, registrationTarget: 0 })
    expect(nodeOf(card, 'loan/target/completion')).toMatchObject({ status: 'not-scorable', points: null })
    expect(card.open).toContain('loan/target/completion')
  })

  it('traces a point to its clause, its facts and its arithmetic', () => {
    const facts = {
      enterpriseAttendances: 730,
      onlineTransactions: 50,
      localIndustrialEnterprises: 1000,
      serviceCampaignHeld: true,
    }
    const node = nodeOf(cardFor(facts), 'daily/enterprises')
    expect(node?.facts).toEqual(facts)
    expect(node?.clause).toContain('附件1')
    expect(node?.why).toBe('30 − 2 × 1 = 28(距门槛 900 家次差 120 家次,每满 100 减 2 分)')
    expect(node?.share).toBe(8.4)
  })

  it('shows the default that stood in for an unknown fact', () => {
    const facts = {
      loanApplicationsOrganised: true,
      loanDemandsPublished: true,
      equityDemandsPublished: true,
    }
    expect(nodeOf(cardFor(facts), 'loan/target/demand-publishing')?.facts).toEqual({
      ...facts,
      loanApplicationsReceived: 1,
      loanDemandsReceived: 1,
      equityDemandsReceived: 1,
    })
  })

  it('warns of full marks below the threshold, and of a base too small to tell platforms apart', () => {
    const county = rubricById('hunan-2023-county')
    const facts = { enterpriseAttendances: 0, onlineTransactions: 0, localIndustrialEnterprises: 100 }
    const { warnings } = cardFor(facts, county)
    expect(warnings.map((warning) => warning.criterion)).toEqual(['daily/enterprises', 'daily/enterprises'])
    expect(warnings.map((warning) => warning.text.slice(0, 4))).toEqual(['门槛未达', '门槛 9'])
  })

  it('carries a third of a point through its weight without loss', () => {
    const card = cardFor({ registrations: 1, registrationTarget: 9 })
    expect(card.total).toBe(1)
    expect(card.sections[1]?.points).toBe(30 / 9)
    expect(nodeOf(card, 'loan/target/completion')?.share).toBe(1)
  })

  it('prints exact numbers', () => {
    const linear = rubricById('hunan-2023-city', { partialUnits: 'linear' })
    const facts = {
      enterpriseAttendances: 803,
      onlineTransactions: 0,
      localIndustrialEnterprises: 1003,
      serviceCampaignHeld: true,
    }
    expect(JSON.stringify(nodeOf(cardFor(facts, linear), 'daily/enterprises')?.points)).toBe('28.006')
  })

  it('gives no grade without cut lines', () => {
    expect(cardFor({}).grade).toBeNull()
  })

  it('gives an unchanged criterion as the very same object, so that a screen need not draw it again', () => {
    const before = cardFor({ honours: ['service-star'], matchingEvents: 2 })
    const after = cardFor({ honours: ['service-star'], matchingEvents: 3 })
    expect(nodeOf(after, 'daily/honours')).toBe(nodeOf(before, 'daily/honours'))
    expect(nodeOf(after, 'loan/events')).not.toBe(nodeOf(before, 'loan/events'))
  })
})

describe('points for display', () => {
  it.each([
    [0, '0.00', '0'],
    [30, '30.00', '30'],
    [22.5, '22.50', '22.5'],
    [22.345, '22.35', '22.35'],
    [22.344999, '22.34', '22.34'],
    [59.995, '60.00', '60'],
    [1.005, '1.01', '1.01'],
    [-2, '-2.00', '-2'],
  ])('%d is shown as %s and %s', (points, long, short) => {
    expect(formatPoints(points)).toBe(long)
    expect(formatPointsShort(points)).toBe(short)
  })

  it('shows a dash where there is nothing', () => {
    expect([formatPoints(null), formatPointsShort(null)]).toEqual(['—', '—'])
  })
})

it('holds a criterion at its maximum, in its section and in the total too, when its rule gives more', () => {
  const generous = { kind: 'perItem', items: [{ of: 'events', points: 4 }] }
  const rubric = smallRubric(generous, 10)
  const at = (events: number) => {
    const card = score(rubric, parseFacts(rubric, { events }))
    return [card.nodes[0]?.points, card.nodes[0]?.share, card.sections[0]?.points, card.total]
  }
  expect(at(2)).toEqual([8, 8, 8, 8])
  expect(at(3)).toEqual([10, 10, 10, 10])
})
