import { rubricById } from '../../../src/shared/rubric'
import { advise, parseFacts } from '../../../src/shared/scoring'

const city = rubricById('hunan-2023-city')
const adviceFor = (facts: object, limit?: number) => advise(city, parseFacts(city, facts), limit)

describe('advice', () => {
  it('names the next step, what it gains and how far one is', () => {
    expect(adviceFor({ matchingEvents: 2 })).toEqual([
      {
        criterion: 'loan/events',
        title: '贷款对接活动',
        fact: 'matchingEvents',
        kind: '',
        amount: 1,
        text: '再办 1 场贷款对接活动',
        points: 3,
        total: 0.9,
        progress: '已 2 / 10 场',
      },
    ])
  })

  it('finds the smallest increase that changes anything', () => {
    const served = { enterpriseAttendances: 730, onlineTransactions: 50, localIndustrialEnterprises: 1000 }
    const [first] = adviceFor({ ...served, serviceCampaignHeld: true })
    expect(first).toMatchObject({
      fact: 'enterpriseAttendances',
      amount: 21,
      points: 2,
      total: 0.6,
      progress: '已 780 / 900 家次',
    })
  })

  it('opens a gate first', () => {
    const served = { enterpriseAttendances: 900, onlineTransactions: 0, localIndustrialEnterprises: 1000 }
    expect(adviceFor({ ...served, serviceCampaignHeld: false })).toMatchObject([
      { fact: 'serviceCampaignHeld', amount: 1, points: 30, total: 9 },
    ])
  })

  it('puts the most gain first, and stops at the limit', () => {
    const facts = { matchingEvents: 2, brandActivities: 0, financingSubPlatform: false }
    expect(adviceFor(facts).map((each) => each.fact)).toEqual([
      'financingSubPlatform',
      'matchingEvents',
      'brandActivities',
    ])
    expect(adviceFor(facts, 1)).toHaveLength(1)
  })

  it('orders by what the whole step gains, and of equals puts the shorter first', () => {
    const served = { enterpriseAttendances: 730, onlineTransactions: 50, localIndustrialEnterprises: 1000 }
    const facts = { ...served, serviceCampaignHeld: true, registrations: 399, registrationTarget: 400 }
    const steps = adviceFor({ ...facts, brandActivities: 0, matchingEvents: 0 })
    expect(steps.map(({ fact, amount, points, total }) => [fact, amount, points, total])).toEqual([
      ['matchingEvents', 1, 3, 0.9],
      ['brandActivities', 1, 2, 0.6],
      ['enterpriseAttendances', 21, 2, 0.6],
      ['onlineTransactions', 21, 2, 0.6],
      ['registrations', 1, 0.075, 0.0225],
    ])
  })

  it('names kinds of honour that one can work for', () => {
    expect(adviceFor({ honours: [] }).map((each) => [each.kind, each.text])).toEqual([
      ['provincial-case-listed', '再有 1 个服务案例获省工信厅选登'],
      ['mainstream-media-report', '再获 1 项权威主流媒体报道'],
    ])
  })

  it('has none for what is unknown, full, or cannot be scored', () => {
    expect(adviceFor({})).toEqual([])
    expect(adviceFor({ matchingEvents: 10 })).toEqual([])
    expect(adviceFor({ registrations: 3 })).toEqual([])
    expect(adviceFor({ registrations: 3, registrationTarget: 0 })).toEqual([])
    expect(adviceFor({ lateOrMissingReports: 5 })).toEqual([])
  })
})
