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
  /** The day on which the back end first got it, where a rubric counts by that (rules.md G8). */
  entered?: string | undefined
}

/** The countable row of a record. */
export function toCountable(id: string, payload: RecordPayload, decision: Decision): CountableRecord {
  const { approved, entered } = decision
  const date = dateOfAct(payload)
  const base = entered === undefined ? { id, date, approved } : { id, date, entered, approved }
  switch (payload.kind) {
    case 'activity': {
      const attendances = decision.approvedAttendances ?? payload.attendances
      return {
        ...base,
        kind: 'activity',
        category: payload.category,
        ...stated({ alsoCategories: payload.alsoCategories }),
        role: payload.role,
        campaign: payload.campaign,
        online: payload.online,
        ...stated({ topic: payload.topic, ledToLoan: payload.ledToLoan }),
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
        channel: payload.channel,
        published: payload.publishedAt !== null,
        inTime: payload.publishedAt === null ? false : isInTime(payload.receivedAt, payload.publishedAt),
      }
    case 'transaction':
      return { ...base, kind: 'transaction', completed: payload.confirmedByBoth }
    case 'honour': {
      const { honour, story, validUntil, forYear, holder } = payload
      return {
        ...base,
        kind: 'honour',
        honour,
        story: story || id,
        ...stated({ validUntil, forYear, holder }),
      }
    }
  }
}

/** What of these was stated: a row is plain JSON, which knows no undefined. */
function stated<T extends Record<string, unknown>>(properties: T): Partial<T> {
  const kept: Partial<T> = {}
  for (const name in properties) if (properties[name] !== undefined) kept[name] = properties[name]
  return kept
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
