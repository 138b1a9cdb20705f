// Publishing demands stands alike in the tables of cities and counties (rules.md H2.2), under each of its readings.
import type { ClauseRow } from './clause'

const published = {
  loanApplicationsOrganised: true,
  loanDemandsPublished: true,
  equityDemandsPublished: true,
}
const without = (fact: keyof typeof published) => ({ ...published, [fact]: false })
const publishing = 'loan/target/demand-publishing'

export const publishingRows: readonly ClauseRow[] = [
  [publishing, published, 20],
  [publishing, without('loanApplicationsOrganised'), 0],
  [publishing, without('loanDemandsPublished'), 0],
  [publishing, without('equityDemandsPublished'), 0],
  [publishing, { ...without('equityDemandsPublished'), equityDemandsReceived: 0 }, 20],
  [publishing, published, 20, { demandPublishing: 'strict' }],
  [publishing, without('loanApplicationsOrganised'), 0, { demandPublishing: 'strict' }],
  [publishing, without('loanDemandsPublished'), 0, { demandPublishing: 'strict' }],
  [
    publishing,
    { ...without('equityDemandsPublished'), equityDemandsReceived: 0 },
    0,
    { demandPublishing: 'strict' },
  ],
  [publishing, published, 20, { demandPublishing: 'halves' }],
  [publishing, without('loanApplicationsOrganised'), 10, { demandPublishing: 'halves' }],
  [publishing, without('loanDemandsPublished'), 10, { demandPublishing: 'halves' }],
  [publishing, without('equityDemandsPublished'), 10, { demandPublishing: 'halves' }],
  [publishing, without('loanApplicationsOrganised'), 0, { demandPublishing: 'either' }],
  [publishing, without('loanDemandsPublished'), 20, { demandPublishing: 'either' }],
  [publishing, without('equityDemandsPublished'), 20, { demandPublishing: 'either' }],
  [
    publishing,
    { ...without('loanDemandsPublished'), equityDemandsPublished: false },
    0,
    { demandPublishing: 'either' },
  ],
]
