/**
 * Dates of a record against the clock (D50). A typing error is refused: no document of the network
 * could ever count it. Everything else is kept, so that nothing a phone has accepted is lost for its date; what is
 * unusual is flagged. Pure; `now` is the clock of whoever asks.
 */
import { addDays, daysBetween, shanghaiDate } from '../calendar'
import { dateOfAct, kindOf, type RecordPayload } from './kinds'
import { valueAt } from './written'

export const dateLimits = {
  /** The year of the network's first document. */
  firstYear: 2017,
  /** Days ahead that a person may mean; a year and its leap day. */
  daysAhead: 366,
  /** Clocks of phones differ: an act this far ahead is taken, and flagged. */
  hoursAhead: 24,
  /** Days that an activity usually lasts at most. */
  longDays: 31,
  /** Days after which an entry is old. */
  oldDays: 90,
} as const

const HOUR_MS = 60 * 60 * 1000

/** Messages by the field's name. */
export type DateFaults = Record<string, string>

/** The dates that a person enters for what has happened or will, by field: instants, and days of honours. */
function enteredDates(payload: RecordPayload): [field: string, value: string][] {
  return kindOf(payload).fields.flatMap(({ path, format, mayLieAhead }): [string, string][] => {
    if ((format.as !== 'moment' && format.as !== 'day') || mayLieAhead) return []
    const value = valueAt(payload, path)
    return typeof value === 'string' ? [[path, value]] : []
  })
}

const isDay = (value: string) => value.length === 10
const dayOfValue = (value: string) => (isDay(value) ? value : shanghaiDate(value))

/** Typing errors, refused at the form and by the function: before the network's first document, or over a year ahead. */
export function dateFaults(payload: RecordPayload, now: Date): DateFaults {
  const last = addDays(shanghaiDate(now), dateLimits.daysAhead)
  const faults: DateFaults = {}
  for (const [field, value] of enteredDates(payload)) {
    const day = dayOfValue(value)
    if (Number(day.slice(0, 4)) < dateLimits.firstYear)
      faults[field] = `日期在 ${dateLimits.firstYear} 年以前，请检查年份`
    else if (day > last) faults[field] = '日期在一年以后，请检查年份'
  }
  return faults
}

/**
 * What a form refuses besides typing errors: an act ahead by more than clocks differ. An activity ahead is planned and
 * may be saved. The function keeps these, since an earlier phone has accepted them.
 */
export function formDateFaults(payload: RecordPayload, now: Date): DateFaults {
  const faults = dateFaults(payload, now)
  if (payload.kind === 'activity') return faults
  for (const [field, value] of enteredDates(payload)) {
    if (faults[field] === undefined && isAhead(value, now, dateLimits.hoursAhead))
      faults[field] = '日期还没有到，请在发生以后填报'
  }
  return faults
}

function isAhead(value: string, now: Date, hours: number): boolean {
  if (isDay(value)) return value > shanghaiDate(new Date(now.getTime() + hours * HOUR_MS))
  return Date.parse(value) > now.getTime() + hours * HOUR_MS
}

/** An activity that has not begun: its code can be printed, and it counts nowhere until it begins. */
export function isPlanned(payload: RecordPayload, now: Date): boolean {
  return payload.kind === 'activity' && Date.parse(payload.startsAt) > now.getTime()
}

/** What is unusual about the dates: shown to the reviewer, decides nothing. `enteredAt`: when it first came in. */
export type DateDoubts = { ahead: boolean; long: boolean; old: boolean }

export function dateDoubts(payload: RecordPayload, enteredAt: Date): DateDoubts {
  return {
    ahead:
      payload.kind !== 'activity' && enteredDates(payload).some(([, value]) => isAhead(value, enteredAt, 0)),
    long:
      payload.kind === 'activity' &&
      daysBetween(shanghaiDate(payload.startsAt), shanghaiDate(payload.endsAt)) >= dateLimits.longDays,
    old: daysFromActToEntry(payload, enteredAt) > dateLimits.oldDays,
  }
}

/** Whole days in Asia/Shanghai from the act to its entry (R1, 即时); 0 for what was entered before it. */
export function daysFromActToEntry(payload: RecordPayload, enteredAt: Date | string): number {
  const ended = payload.kind === 'activity' ? shanghaiDate(payload.endsAt) : dateOfAct(payload)
  return Math.max(0, daysBetween(ended, shanghaiDate(enteredAt)))
}
