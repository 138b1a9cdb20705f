/**
 * Time in Asia/Shanghai, whatever the zone of the phone or server. The zone has had no summer time
 * since 1991, so a fixed offset of eight hours is exact for every date this product knows.
 */
const OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** The day in Asia/Shanghai of an instant, `YYYY-MM-DD`. Accepts an ISO time with offset or a Date. */
export function shanghaiDate(instant: string | Date): string {
  return shifted(instant).toISOString().slice(0, 10)
}

/** The time of day in Asia/Shanghai of an instant, `HH:MM`. */
export function shanghaiTime(instant: string | Date): string {
  return shifted(instant).toISOString().slice(11, 16)
}

/** The instant at which a time of a day in Asia/Shanghai falls, as ISO in UTC. `time` is `HH:MM` or `HH:MM:SS`, 24:00 allowed. */
export function shanghaiInstant(date: string, time = '00:00'): string {
  const [hour = '0', minute = '0', second = '0'] = time.split(':')
  const ms = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
  return new Date(Date.parse(`${date}T00:00:00Z`) + ms - OFFSET_MS).toISOString()
}

/** The day `days` after (or before, if negative) a `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one `YYYY-MM-DD` to another; negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

function shifted(instant: string | Date): Date {
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (Number.isNaN(ms)) throw new RangeError(`not a time: ${String(instant)}`)
  return new Date(ms + OFFSET_MS)
}
