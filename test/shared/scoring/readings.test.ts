// Readings that the worked cases do not reach: the remaining values of every setting that touches points.
import { rubricById } from '../../../src/shared/rubric'
import { parseFacts, score } from '../../../src/shared/scoring'

function points(rubricId: string, node: string, facts: object, settings = {}): number | null | undefined {
  const rubric = rubricById(rubricId, settings)
  return score(rubric, parseFacts(rubric, facts)).nodes.find((each) => each.id === node)?.points
}
const city = (node: string, facts: object, settings = {}) => points('hunan-2023-city', node, facts, settings)
const county = (node: string, facts: object, settings = {}) =>
  points('hunan-2023-county', node, facts, settings)
const served = { enterpriseAttendances: 1000, onlineTransactions: 0, localIndustrialEnterprises: 1000 }

describe('the campaign gate', () => {
  it('fails in a city only when neither campaign was held', () => {
    expect(city('daily/enterprises', { ...served, serviceCampaignHeld: true })).toBe(30)
    expect(city('daily/enterprises', { ...served, serviceCampaignHeld: false })).toBe(0)
  })

  it('may ask for both, or be dropped', () => {
    const one = { ...served, togetherCampaignHeld: true, serviceMonthHeld: false }
    expect(city('daily/enterprises', one, { campaignGate: 'either' })).toBe(0)
    expect(city('daily/enterprises', { ...one, serviceMonthHeld: true }, { campaignGate: 'either' })).toBe(30)
    expect(
      city('daily/enterprises', { ...served, serviceCampaignHeld: false }, { campaignGate: 'none' }),
    ).toBe(30)
  })

  it('stands in no county, unless by analogy', () => {
    const facts = { ...served, serviceCampaignHeld: false }
    expect(county('daily/enterprises', facts)).toBe(20)
    expect(county('daily/enterprises', facts, { campaignGate: 'neither' })).toBe(0)
  })
})

describe('publishing of demands', () => {
  const loanOnly = {
    loanApplicationsOrganised: true,
    loanDemandsPublished: true,
    equityDemandsPublished: false,
  }

  it('takes an unsaid number of equity demands as at least one', () => {
    expect(city('loan/target/demand-publishing', loanOnly)).toBe(0)
    expect(city('loan/target/demand-publishing', { ...loanOnly, equityDemandsReceived: 1 })).toBe(0)
    expect(city('loan/target/demand-publishing', { ...loanOnly, equityDemandsReceived: 0 })).toBe(20)
  })

  it('is enough by either demand where the province says so, but not without applications', () => {
    expect(city('loan/target/demand-publishing', loanOnly, { demandPublishing: 'either' })).toBe(20)
    const without = { ...loanOnly, loanApplicationsOrganised: false }
    expect(city('loan/target/demand-publishing', without, { demandPublishing: 'either' })).toBe(0)
  })
})

describe('honours', () => {
  it('counts each of a kind, or each kind once', () => {
    const honours = ['service-star', 'service-star', 'mainstream-media-report']
    expect(city('daily/honours', { honours })).toBe(8)
    expect(city('daily/honours', { honours }, { repeatedHonours: 'once' })).toBe(5)
  })

  it('treats a case listed and a case promoted as the same act', () => {
    expect(city('daily/honours', { honours: ['provincial-case-promoted'] })).toBe(5)
    expect(county('daily/honours', { honours: ['provincial-case-listed'] })).toBe(10)
  })

  it.each(['service-star', 'excellent-institution', 'excellent-expert', 'excellent-product'])(
    'gives a county nothing for %s, unless it is read as a provincial honour',
    (kind) => {
      expect(county('daily/honours', { honours: [kind] })).toBe(0)
      expect(county('daily/honours', { honours: [kind] }, { otherAwards: 'yes' })).toBe(10)
    },
  )
})

describe('the service standard', () => {
  const standard = (node: string, facts: object, settings = {}) =>
    points('service-standard-trial', node, facts, settings)

  it('sets the evaluation to 0 only when a third party found less than 60 %', () => {
    const facts = { selfAndEnterpriseEvaluationDone: true, satisfactionPercent: 100 }
    expect(standard('quality/evaluation', facts)).toBe(100)
    expect(standard('quality/evaluation', { ...facts, thirdPartySatisfactionPercent: null })).toBe(100)
    expect(standard('quality/evaluation', { ...facts, thirdPartySatisfactionPercent: 60 })).toBe(100)
    expect(standard('quality/evaluation', { ...facts, thirdPartySatisfactionPercent: 59.9 })).toBe(0)
  })

  it('hears no opinion without a path for it', () => {
    const facts = { qualityRecords: 10, opinionsHeard: 4 }
    expect(standard('quality/records', { ...facts, feedbackPathEstablished: true })).toBe(40)
    expect(standard('quality/records', { ...facts, feedbackPathEstablished: false })).toBe(20)
  })

  it.each([
    [0.99, 0],
    [1, 50],
    [1.49, 50],
    [1.5, 80],
    [2, 80],
    [2.5, 80],
    [3, 90],
    [4, 100],
    [10, 100],
  ])('gives for %d services an enterprise %d points', (averageServicesPerEnterprise, given) => {
    expect(standard('effect/frequency', { averageServicesPerEnterprise })).toBe(given)
  })

  it('counts a part of a step as the setting says', () => {
    const facts = { averageServicesPerEnterprise: 2.5 }
    expect(standard('effect/frequency', facts, { partialUnits: 'ceil' })).toBe(90)
    expect(standard('effect/frequency', facts, { partialUnits: 'linear' })).toBe(85)
  })

  it.each([
    [99, 0],
    [100, 50],
    [199, 50],
    [200, 60],
    [399, 70],
    [400, 80],
    [900, 80],
  ])('gives for %d enterprises %d points', (enterprisesServed, given) => {
    const facts = { enterprisesServed, enterprisesServedLastYear: 1000, eventsWithMoreThan50Enterprises: 0 }
    expect(standard('effect/enterprises', facts)).toBe(given)
  })

  it('gives no growth points when last year is unknown', () => {
    expect(
      standard('effect/enterprises', { enterprisesServed: 100, eventsWithMoreThan50Enterprises: 3 }),
    ).toBe(60)
  })

  it('limits files without a ledger where the setting says so', () => {
    const facts = { clearLedger: false, completeServiceFiles: 20 }
    expect(standard('quality/archive', facts)).toBe(100)
    expect(standard('quality/archive', facts, { ledgerRequired: 'yes' })).toBe(50)
  })

  it('trains for nothing unless the plan was carried out', () => {
    expect(standard('assurance/training', { recordedTrainings: 5, trainingPlanFullyCarriedOut: false })).toBe(
      0,
    )
    expect(standard('assurance/training', { recordedTrainings: 5, trainingPlanFullyCarriedOut: true })).toBe(
      100,
    )
  })
})
