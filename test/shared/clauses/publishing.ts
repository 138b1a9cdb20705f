// Publishing demands stands alike in the tables of cities and counties (RULES.md H2.2), under each of its readings.
import type { ClauseRow } from './clause'

const published = {
  loanApplicationsOrganised: true,
  loanDemandsPublished: true,
  equityDemandsPublished: true,
}
const without = (fact: keyof typeof published) => ({ ...published, [fact]: false })
/** What arose, where the facts say it. */
const arose = (applications: number, loans: number, equity: number) => ({
  loanApplicationsReceived: applications,
  loanDemandsReceived: loans,
  equityDemandsReceived: equity,
})
const nothing = {
  loanApplicationsOrganised: false,
  loanDemandsPublished: false,
  equityDemandsPublished: false,
}
const publishing = 'loan/target/demand-publishing'

export const publishingRows: readonly ClauseRow[] = [
  [publishing, published, 20],
  [publishing, without('loanApplicationsOrganised'), 0],
  [publishing, without('loanDemandsPublished'), 0],
  [publishing, without('equityDemandsPublished'), 0],
  [publishing, { ...without('equityDemandsPublished'), equityDemandsReceived: 0 }, 20],
  // Every kind that arose, each in time; a kind of which none arose asks for nothing.
  [publishing, { ...nothing, ...arose(0, 0, 0) }, 0],
  [publishing, { ...nothing, loanApplicationsOrganised: true, ...arose(2, 0, 0) }, 20],
  [publishing, { ...nothing, loanDemandsPublished: true, ...arose(0, 3, 0) }, 20],
  [publishing, { ...nothing, equityDemandsPublished: true, ...arose(0, 0, 1) }, 20],
  [publishing, { ...nothing, loanDemandsPublished: true, ...arose(1, 3, 0) }, 0],
  [publishing, { ...nothing, ...arose(0, 0, 1) }, 0],
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
