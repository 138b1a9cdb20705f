// The city table, RULES.md, row by row.
import { expectClause, rowTitle, steps, type ClauseRow } from './clause'
import { publishingRows } from './publishing'

const honour = (points: number, ...honours: string[]): ClauseRow => ['daily/honours', { honours }, points]
const five = { 4: 8, 5: 10, 6: 10, 0: 0, 1: 2 }
const served = { onlineTransactions: 50, localIndustrialEnterprises: 1000, serviceCampaignHeld: true }

const table: readonly ClauseRow[] = [
  ...steps(
    'loan/target/completion',
    'registrations',
    { 0: 0, 399: 29.925, 400: 30, 401: 30 },
    { registrationTarget: 400 },
  ),
  ...publishingRows,
  ['loan/target/sub-platform', { financingSubPlatform: false }, 0],
  ['loan/target/sub-platform', { financingSubPlatform: true }, 10],
  ...steps('loan/events', 'matchingEvents', { 0: 0, 1: 3, 9: 27, 10: 30, 11: 30 }),
  ...steps('loan/reporting', 'lateOrMissingReports', { 0: 10, 1: 9, 9: 1, 10: 0, 11: 0 }),
  ...steps('daily/activities/brand', 'brandActivities', five),
  ...steps('daily/activities/startup', 'startupActivities', five),
  ...steps('daily/activities/technology', 'technologyActivities', five),
  ...steps('daily/activities/policy', 'policyActivities', five),
  ...steps('daily/activities/training', 'trainingActivities', five),
  ...steps(
    'daily/enterprises',
    'enterpriseAttendances',
    { 849: 30, 850: 30, 851: 30, 751: 30, 750: 28, 749: 28, 0: 14 },
    served,
  ),
  ['daily/enterprises', { ...served, enterpriseAttendances: 0, localIndustrialEnterprises: 1722 }, 2],
  ['daily/enterprises', { ...served, enterpriseAttendances: 0, localIndustrialEnterprises: 1723 }, 0],
  ['daily/enterprises', { ...served, enterpriseAttendances: 0, localIndustrialEnterprises: 3000 }, 0],
  ['daily/enterprises', { ...served, enterpriseAttendances: 900, serviceCampaignHeld: false }, 0],
  // Each count must reach 900 by itself: the one that is further away decides.
  [
    'daily/enterprises',
    { ...served, enterpriseAttendances: 900, onlineTransactions: 700 },
    26,
    { combinedCounts: 'each' },
  ],
  [
    'daily/enterprises',
    { ...served, enterpriseAttendances: 700, onlineTransactions: 900 },
    26,
    { combinedCounts: 'each' },
  ],
  [
    'daily/enterprises',
    { ...served, enterpriseAttendances: 700, onlineTransactions: 900 },
    26,
    { combinedCounts: 'participation' },
  ],
  ['daily/coordination', { marks: { 'daily/coordination': 9.5 } }, 9.5],
  honour(0),
  honour(5, 'provincial-case-listed'),
  honour(5, 'most-popular-platform'),
  honour(5, 'excellent-institution'),
  honour(3, 'service-star'),
  honour(3, 'excellent-expert'),
  honour(3, 'excellent-product'),
  honour(2, 'national-or-provincial-honour'),
  honour(2, 'mainstream-media-report'),
  honour(9, 'service-star', 'service-star', 'service-star'),
  honour(10, 'excellent-institution', 'service-star', 'mainstream-media-report'),
  honour(10, 'excellent-institution', 'service-star', 'service-star'),
]

it.each(table.map((row) => [rowTitle(row), row] as const))('%s', (_title, row) =>
  expectClause('hunan-2023-city', row),
)

it.each([
  ['digital/database/information-platform', 10],
  ['digital/database/enterprise-platform', 10],
  ['digital/database/action-management-platform', 20],
  ['digital/support/strengthen-capability', 5],
  ['digital/support/raise-level', 5],
  ['digital/support/park-activities', 10],
  ['digital/thinktank/service-providers', 5],
  ['digital/thinktank/expert-pool', 5],
  ['digital/openness/exchange-activities', 5],
  ['digital/openness/publicity', 5],
  ['digital/ecosystem/policy-interpretation', 5],
  ['digital/ecosystem/typical-cases', 5],
  ['digital/progress/annual-plan', 1],
  ['digital/progress/concrete-measures', 2],
  ['digital/progress/information-feedback', 7],
])('a judge gives for %s up to %d, in a city as in a county', (criterion, max) => {
  for (const id of ['hunan-2023-city', 'hunan-2023-county']) {
    expectClause(id, [criterion, { marks: { [criterion]: max } }, max])
    expectClause(id, [criterion, { marks: { [criterion]: 0.5 } }, 0.5])
    expect(() => expectClause(id, [criterion, { marks: { [criterion]: max + 0.5 } }, max])).toThrow('maximum')
  }
})
