/** From what is known of a record to its flags. */
import { dateLimits } from '../records'
import { flagLimits, riskFlagKinds, type RiskFlagKind, type SeenChange, type TwinKind } from './kinds'

/** What is known of a record's participations; all zero where it has none. */
export type ParticipationFacts = {
  confirmed: number
  scans: number
  staffEntries: number
  /** The most enterprises that one person confirmed for by scanning. */
  onePhone: number
  /** The most confirmations by scanning within `burstSeconds`. */
  burst: number
  /** After the window in force, or noted as late when they came. */
  late: number
  /** Before the window in force opened. */
  early: number
  far: number
  /** Scans by members of the platform itself. */
  ownMembers: number
  /** Scans that arrived long after they were pressed. */
  timeUnverified: number
}

export const noParticipations: ParticipationFacts = {
  ...{ confirmed: 0, scans: 0, staffEntries: 0, onePhone: 0, burst: 0 },
  ...{ late: 0, early: 0, far: 0, ownMembers: 0, timeUnverified: 0 },
}

export type RiskFacts = {
  participations: ParticipationFacts
  /** Declared 家次; null for records without any. */
  declared: number | null
  /** Days that it touches from start to end; 0 for other kinds. */
  lengthDays: number
  /** Days from the act to its first entry; 0 while it lay ahead. */
  ageDays: number
  /** Hours by which the act lay ahead of its first entry; 0 for activities, which may be planned. */
  aheadHours: number
  clockSuspect: boolean
  /** Approved with 0 家次. */
  approvedZero: boolean
  changes: readonly SeenChange[]
  /** Records that this one shares something with, by what. */
  twins: Partial<Record<TwinKind, number>>
}

/** A scan that arrived long after it was pressed; staff enter what they saw, whenever there is network. */
export function isTimeUnverified(source: string, pressedAt: Date, receivedAt: Date): boolean {
  const minutes = (receivedAt.getTime() - pressedAt.getTime()) / 60_000
  return source === 'scan' && minutes > flagLimits.unverifiedMinutes
}

/** A flag as it is stored, without the twins' words. */
export type FoundFlag = { kind: RiskFlagKind; count: number; of: number | null; changes: SeenChange[] }

/** The flags of a record, in the order of `riskFlagKinds`; empty when there are none. */
export function riskFlagsOf(facts: RiskFacts): FoundFlag[] {
  const counts = countsOf(facts)
  return riskFlagKinds.flatMap((kind) => {
    const { count, of = null } = counts[kind] ?? { count: 0 }
    if (count <= 0) return []
    const changes = kind === 'changed' ? facts.changes.slice(0, flagLimits.shown) : []
    return [{ kind, count, of, changes }]
  })
}

type Count = { count: number; of?: number }
const from = (limit: number, count: number) => (count >= limit ? count : 0)

function countsOf(facts: RiskFacts): Partial<Record<RiskFlagKind, Count>> {
  const { participations: seen, declared, twins } = facts
  const unconfirmed = (declared ?? 0) - seen.confirmed
  const isFarAbove = seen.confirmed < (declared ?? 0) * flagLimits.confirmedShare
  const isByHand = seen.staffEntries > seen.confirmed * flagLimits.staffShare
  const twinCounts: Partial<Record<RiskFlagKind, Count>> = Object.fromEntries(
    Object.entries(twins).map(([kind, count]) => [kind, { count }]),
  )
  return {
    ...twinCounts,
    'own-member': { count: seen.ownMembers, of: seen.scans },
    'one-phone': { count: from(flagLimits.onePhone, seen.onePhone) },
    burst: { count: from(flagLimits.burst, seen.burst) },
    late: { count: seen.late },
    early: { count: seen.early },
    far: { count: seen.far },
    'staff-entries': { count: isByHand ? seen.staffEntries : 0, of: seen.confirmed },
    'time-unverified': { count: seen.timeUnverified, of: seen.scans },
    declared: { count: isFarAbove ? unconfirmed : 0 },
    changed: { count: Math.max(0, ...facts.changes.map(({ count }) => count)) },
    long: { count: facts.lengthDays > dateLimits.longDays ? facts.lengthDays : 0 },
    old: { count: facts.ageDays > dateLimits.oldDays ? facts.ageDays : 0 },
    ahead: { count: Math.ceil(facts.aheadHours) },
    clock: { count: facts.clockSuspect ? 1 : 0 },
    'approved-zero': { count: facts.approvedZero ? 1 : 0 },
  }
}
