// The facts that the score bench runs on, invented: a typical city, and many that differ from it in everything.
import type { Facts } from '../../src/shared/scoring'

export const typicalCity: Facts = {
  marks: {
    'digital/database/information-platform': 8,
    'digital/database/enterprise-platform': 9,
    'digital/database/action-management-platform': 16,
    'digital/support/strengthen-capability': 4,
    'digital/support/raise-level': 4.5,
    'digital/support/park-activities': 8,
    'digital/thinktank/service-providers': 4,
    'digital/thinktank/expert-pool': 3.5,
    'digital/openness/exchange-activities': 4,
    'digital/openness/publicity': 5,
    'digital/ecosystem/policy-interpretation': 5,
    'digital/ecosystem/typical-cases': 3,
    'digital/progress/annual-plan': 1,
    'digital/progress/concrete-measures': 2,
    'digital/progress/information-feedback': 6,
    'daily/coordination': 9,
  },
  registrationTarget: 400,
  registrations: 300,
  loanApplicationsOrganised: true,
  loanDemandsPublished: true,
  equityDemandsPublished: true,
  equityDemandsReceived: 3,
  financingSubPlatform: false,
  matchingEvents: 8,
  lateOrMissingReports: 2,
  brandActivities: 4,
  startupActivities: 5,
  technologyActivities: 3,
  policyActivities: 6,
  trainingActivities: 9,
  enterpriseAttendances: 730,
  onlineTransactions: 50,
  localIndustrialEnterprises: 1000,
  serviceCampaignHeld: true,
  honours: ['service-star', 'national-or-provincial-honour'],
}

/** Cities that differ in every mark and count, so that no bench lives on remembered cards; the same at every run. */
export function manyCities(count: number): Facts[] {
  let state = 20231231
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  const marks = typeof typicalCity.marks === 'object' ? Object.entries({ ...typicalCity.marks }) : []
  return Array.from({ length: count }, () => ({
    ...typicalCity,
    marks: Object.fromEntries(marks.map(([id, points]) => [id, random(Number(points) * 2 + 1) / 2])),
    registrations: random(450),
    loanDemandsPublished: random(2) === 1,
    financingSubPlatform: random(2) === 1,
    matchingEvents: random(13),
    lateOrMissingReports: random(5),
    brandActivities: random(7),
    startupActivities: random(7),
    technologyActivities: random(7),
    policyActivities: random(7),
    trainingActivities: random(7),
    enterpriseAttendances: random(1200),
    onlineTransactions: random(120),
    localIndustrialEnterprises: 300 + random(1500),
    honours: ['service-star', 'national-or-provincial-honour'].slice(random(3)),
  }))
}
