// The county table, RULES.md, where it differs from the city's or could be mistaken for it.
import { expectClause, rowTitle, steps, type ClauseRow } from './clause'
import { publishingRows } from './publishing'

const honour = (points: number, ...honours: string[]): ClauseRow => ['daily/honours', { honours }, points]
const two = { 0: 0, 1: 5, 2: 10, 3: 10 }
const served = { onlineTransactions: 50, localIndustrialEnterprises: 1000 }
const anyway = { ...served, serviceCampaignHeld: false }

const table: readonly ClauseRow[] = [
  ...steps(
    'loan/target/completion',
    'registrations',
    { 0: 0, 79: 29.625, 80: 30, 81: 30 },
    { registrationTarget: 80 },
  ),
  ...publishingRows,
  ['loan/target/sub-platform', { financingSubPlatform: false }, 0],
  ['loan/target/sub-platform', { financingSubPlatform: true }, 10],
  ...steps('loan/events', 'matchingEvents', { 0: 0, 2: 20, 3: 30, 4: 30 }),
  ...steps('loan/reporting', 'lateOrMissingReports', { 0: 10, 1: 9, 9: 1, 10: 0, 11: 0 }),
  ...steps('daily/activities/brand', 'brandActivities', two),
  ...steps('daily/activities/startup', 'startupActivities', two),
  ...steps('daily/activities/technology', 'technologyActivities', two),
  ...steps('daily/activities/policy', 'policyActivities', two),
  ...steps('daily/activities/training', 'trainingActivities', two),
  ...steps(
    'daily/enterprises',
    'enterpriseAttendances',
    { 850: 20, 751: 20, 750: 18, 749: 18, 0: 4 },
    anyway,
  ),
  ['daily/enterprises', { ...anyway, enterpriseAttendances: 0, localIndustrialEnterprises: 1166 }, 2],
  ['daily/enterprises', { ...anyway, enterpriseAttendances: 0, localIndustrialEnterprises: 1167 }, 0],
  [
    'daily/enterprises',
    { ...anyway, enterpriseAttendances: 900, onlineTransactions: 700 },
    16,
    { combinedCounts: 'each' },
  ],
  [
    'daily/enterprises',
    { ...anyway, enterpriseAttendances: 700, onlineTransactions: 900 },
    16,
    { combinedCounts: 'each' },
  ],
  ['daily/coordination', { marks: { 'daily/coordination': 9.5 } }, 9.5],
  honour(0),
  honour(10, 'provincial-case-promoted'),
  honour(10, 'provincial-case-listed'),
  honour(10, 'most-popular-platform'),
  honour(10, 'national-or-provincial-honour'),
  honour(10, 'mainstream-media-report'),
  honour(0, 'service-star', 'excellent-institution', 'excellent-expert', 'excellent-product'),
  honour(20, 'most-popular-platform', 'mainstream-media-report'),
  honour(20, 'most-popular-platform', 'mainstream-media-report', 'national-or-provincial-honour'),
]

it.each(table.map((row) => [rowTitle(row), row] as const))('%s', (_title, row) =>
  expectClause('hunan-2023-county', row),
)
