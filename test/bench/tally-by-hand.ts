// The city's counts as somebody would write them by hand, in one loop. The yardstick for what a tally that is
// told by a rubric, and can be merged, costs. Of statements and marks, which are few, it knows nothing.
import type { CountableRecord } from '../../src/shared/records'
import type { FactValue } from '../../src/shared/scoring'
import { honourPoints } from './by-hand'

type Every = { all: number; met: number }
const holds = ({ all, met }: Every) => all > 0 && all === met

export function cityFactsByHand(records: readonly CountableRecord[]): Record<string, FactValue> {
  const events = { brand: 0, startup: 0, technology: 0, policy: 0, training: 0, matching: 0 }
  const demands = { application: { all: 0, met: 0 }, loan: { all: 0, met: 0 }, equity: { all: 0, met: 0 } }
  const stories = new Map<string, string>()
  let attendances = 0
  let transactions = 0
  let registrations = 0
  let late = 0
  let together = false
  let serviceMonth = false
  for (const record of records) {
    if (!record.approved || record.date < '2023-01-01' || record.date > '2023-12-31') continue
    switch (record.kind) {
      case 'activity': {
        attendances += record.attendances
        if (record.campaign === 'together') together = true
        if (record.campaign === 'service-month') serviceMonth = true
        const { category } = record
        if (record.role === 'assist' || !record.published) break
        if (category === 'park' || category === 'visit' || category === 'other') break
        if (category === 'matching' || record.complete) events[category] += 1
        break
      }
      case 'demand': {
        if (record.inTime === null) break
        const every = demands[record.demand]
        every.all += 1
        if (record.published && record.inTime) every.met += 1
        break
      }
      case 'transaction':
        if (record.completed) transactions += 1
        break
      case 'honour': {
        const before = honourPoints[stories.get(record.story) ?? ''] ?? 0
        if ((honourPoints[record.honour] ?? 0) > before) stories.set(record.story, record.honour)
        break
      }
      case 'figure':
        if (record.name === 'registrations') registrations += record.value
        if (record.name === 'onlineTransactions') transactions += record.value
        break
      case 'obligation':
        if (record.late) late += 1
        break
      case 'statement':
      case 'mark':
      case 'decision':
        break
    }
  }
  return {
    registrations,
    loanApplicationsOrganised: holds(demands.application),
    loanDemandsPublished: holds(demands.loan),
    equityDemandsPublished: holds(demands.equity),
    equityDemandsReceived: demands.equity.all,
    matchingEvents: events.matching,
    lateOrMissingReports: late,
    brandActivities: events.brand,
    startupActivities: events.startup,
    technologyActivities: events.technology,
    policyActivities: events.policy,
    trainingActivities: events.training,
    enterpriseAttendances: attendances,
    onlineTransactions: transactions,
    serviceCampaignHeld: together || serviceMonth,
    togetherCampaignHeld: together,
    serviceMonthHeld: serviceMonth,
    honours: [...stories.values()],
  }
}
