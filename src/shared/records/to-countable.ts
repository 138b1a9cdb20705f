/**
 * From what a person entered and a reviewer decided to the flat row that the scoring core reads.
 * The phone and the server call this one function, so both count the same.
 */
import { addDays, addWorkingDays, DEMAND_PUBLICATION_WORKING_DAYS, shanghaiDate } from '../calendar'
import { isComplete } from './completeness'
import type { CountableRecord } from './countable'
import { dateOfAct, type RecordPayload } from './payload'

export type Decision = {
  approved: boolean
  /** The 家次 that the reviewer approved; the declared ones count where none are set. */
  approvedAttendances?: number | null
}

/** The countable row of a record. */
export function toCountable(id: string, payload: RecordPayload, decision: Decision): CountableRecord {
  const base = { id, date: dateOfAct(payload), approved: decision.approved }
  switch (payload.kind) {
    case 'activity': {
      const attendances = decision.approvedAttendances ?? payload.attendances
      return {
        ...base,
        kind: 'activity',
        category: payload.category,
        role: payload.role,
        campaign: payload.campaign,
        published: payload.published,
        complete: decision.approved && isComplete(payload),
        attendances,
      }
    }
    case 'demand':
      return {
        ...base,
        kind: 'demand',
        demand: payload.demand,
        published: payload.publishedAt !== null,
        inTime: payload.publishedAt === null ? false : isInTime(payload.receivedAt, payload.publishedAt),
      }
    case 'transaction':
      return { ...base, kind: 'transaction', completed: payload.confirmedByBoth }
    case 'honour':
      return { ...base, kind: 'honour', honour: payload.honour, story: payload.story || id }
  }
}

/** 实时发布 is read as within one working day of receipt (H2.2b, D16). Null when that day lies in a year unknown. */
function isInTime(receivedAt: string, publishedAt: string): boolean | null {
  const [received, published] = [shanghaiDate(receivedAt), shanghaiDate(publishedAt)]
  // Whatever the holidays are, a working day later is the next day or after it.
  if (published <= addDays(received, DEMAND_PUBLICATION_WORKING_DAYS)) return true
  try {
    return published <= addWorkingDays(received, DEMAND_PUBLICATION_WORKING_DAYS)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
