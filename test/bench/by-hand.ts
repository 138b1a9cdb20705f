// The city table as somebody would write it by hand: the total and nothing else. The yardstick for what a
// card, its sentences and its settings cost.
import type { Facts } from '../../src/shared/scoring'

const numberIn = (facts: Facts, name: string): number => {
  const value = facts[name]
  return typeof value === 'number' ? value : 0
}

export const honourPoints: Readonly<Record<string, number>> = {
  'provincial-case-listed': 5,
  'provincial-case-promoted': 5,
  'most-popular-platform': 5,
  'excellent-institution': 5,
  'service-star': 3,
  'excellent-expert': 3,
  'excellent-product': 3,
  'national-or-provincial-honour': 2,
  'mainstream-media-report': 2,
}
const categories = [
  'brandActivities',
  'startupActivities',
  'technologyActivities',
  'policyActivities',
  'trainingActivities',
]

export function cityTotalByHand(facts: Facts): number {
  let digital = 0
  let daily = 0
  const { marks } = facts
  if (typeof marks === 'object' && marks !== null && !Array.isArray(marks)) {
    for (const [criterion, points] of Object.entries(marks)) {
      if (criterion.startsWith('digital/')) digital += points
      else daily += points
    }
  }
  let loan = Math.min(30, (30 * numberIn(facts, 'registrations')) / numberIn(facts, 'registrationTarget'))
  const equity = facts.equityDemandsPublished === true || facts.equityDemandsReceived === 0
  if (facts.loanApplicationsOrganised === true && facts.loanDemandsPublished === true && equity) loan += 20
  if (facts.financingSubPlatform === true) loan += 10
  loan += 3 * Math.min(10, numberIn(facts, 'matchingEvents'))
  loan += Math.max(0, 10 - numberIn(facts, 'lateOrMissingReports'))
  for (const category of categories) daily += 2 * Math.min(5, numberIn(facts, category))
  if (facts.serviceCampaignHeld === true) {
    const served = numberIn(facts, 'enterpriseAttendances') + numberIn(facts, 'onlineTransactions')
    const short = Math.max(0, 0.9 * numberIn(facts, 'localIndustrialEnterprises') - served)
    daily += Math.max(0, 30 - 2 * Math.floor(short / 100))
  }
  let honours = 0
  if (Array.isArray(facts.honours)) for (const honour of facts.honours) honours += honourPoints[honour] ?? 0
  daily += Math.min(10, honours)
  return 0.4 * digital + 0.3 * loan + 0.3 * daily
}
