/** What an activity told those who confirmed it, and how it differs from what it tells now. */
import { z } from 'zod'
import { shanghaiDate, shanghaiTime } from '../calendar'
import type { ActivityPayload } from '../records'
import { squeezed } from './fingerprints'
import { flagLimits, type SeenChange } from './kinds'

/** Kept with a participation. */
export const seenActivity = z.object({
  title: z.string(),
  category: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
})
export type SeenActivity = z.infer<typeof seenActivity>

export function seenOf(activity: ActivityPayload): SeenActivity {
  const { title, category, startsAt, endsAt, place } = activity
  return { title, category, startsAt, endsAt, place: place.name }
}

const MINUTE = 60_000
const timeText = (instant: string) => `${shanghaiDate(instant)} ${shanghaiTime(instant)}`

/**
 * What changed after `count` participations saw it as `seen`: another text, or a start or end that moved by more than
 * `flagLimits.movedMinutes`.
 */
export function changesSince(seen: SeenActivity, now: SeenActivity, count: number): SeenChange[] {
  const texts = (['title', 'category', 'place'] as const).flatMap((field) =>
    squeezed(seen[field]) === squeezed(now[field])
      ? []
      : [{ field, from: seen[field], to: now[field], count }],
  )
  const times = (['startsAt', 'endsAt'] as const).flatMap((field) => {
    const moved = Math.abs(Date.parse(seen[field]) - Date.parse(now[field]))
    if (moved <= flagLimits.movedMinutes * MINUTE) return []
    return [{ field, from: timeText(seen[field]), to: timeText(now[field]), count }]
  })
  return [...texts, ...times]
}
