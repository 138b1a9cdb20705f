/** The fields of the activity form as they stand, and the record that they become. Reads drafts of any age. */
import { z } from 'zod'
import { shanghaiDate, shanghaiInstant, shanghaiTime } from '../../../shared/calendar'
import {
  activityCategories,
  activityPayload,
  activityRoles,
  campaigns,
  isComplete,
  photoSchema,
  placeSchema,
  type ActivityPayload,
} from '../../../shared/records'

const located = placeSchema.pick({ latitude: true, longitude: true, accuracy: true }).extend({
  method: z.enum(['located', 'chosen']),
})
export type Spot = z.infer<typeof located>

const fieldsSchema = z.object({
  category: z.enum(activityCategories).nullable(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  /** Where the phone or the map says it was; null when the place is only typed. */
  spot: located.nullable(),
  role: z.enum(activityRoles).nullable(),
  campaign: z.enum(campaigns),
  online: z.boolean(),
  published: z.boolean(),
  /** As typed. */
  attendances: z.string(),
  announcement: z.string(),
  summary: z.string(),
  outcome: z.string(),
  photos: z.array(photoSchema),
})
export type ActivityFields = z.infer<typeof fieldsSchema>

/** What the person chose last time, as text by name. */
export type LastChoices = Readonly<Record<string, string>>

const HALF_HOUR = 30 * 60_000
const USUAL_LENGTH = 2 * 60 * 60_000

/** An empty form: now, rounded down to the half hour, with what was chosen last time. */
export function emptyFields(now: Date, last: LastChoices): ActivityFields {
  const start = Math.floor(now.getTime() / HALF_HOUR) * HALF_HOUR
  return {
    category: null,
    title: '',
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + USUAL_LENGTH).toISOString(),
    place: last.place ?? '',
    spot: null,
    role: z.enum(activityRoles).nullable().catch(null).parse(last.role),
    campaign: z.enum(campaigns).catch('none').parse(last.campaign),
    online: false,
    published: false,
    attendances: '',
    announcement: '',
    summary: '',
    outcome: '',
    photos: [],
  }
}

/** A draft's fields; whatever in it cannot be read falls back to `empty`, alone. */
export function readFields(kept: Readonly<Record<string, unknown>>, empty: ActivityFields): ActivityFields {
  const merged: Record<string, unknown> = { ...empty }
  for (const [name, schema] of Object.entries(fieldsSchema.shape)) {
    const value = schema.safeParse(kept[name])
    if (value.success) merged[name] = value.data
  }
  return fieldsSchema.parse(merged)
}

export function fieldsOf(payload: ActivityPayload): ActivityFields {
  const { kind: _kind, place, attendances, ...others } = payload
  const { name, method, ...at } = place
  return {
    ...others,
    place: name,
    spot: method === 'typed' ? null : { ...at, method },
    attendances: String(attendances),
  }
}

export function lastChoicesOf({ place, role, campaign }: ActivityFields): LastChoices {
  return { place: place.trim(), role: role ?? '', campaign }
}

export type Read =
  { payload: ActivityPayload; errors: null } | { payload: null; errors: Record<string, string> }

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(fields: ActivityFields): Read {
  const parsed = activityPayload.safeParse(candidate(fields))
  if (parsed.success) return { payload: parsed.data, errors: null }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message
  return { payload: null, errors }
}

/** As far as it counts: what is still missing to save it is made up, so that its worth shows from the first choice. */
export function provisional(fields: ActivityFields): ActivityPayload | null {
  if (fields.category === null) return null
  const filled = {
    ...fields,
    title: fields.title.trim() || '未命名',
    place: fields.place.trim() || '未填写',
    role: fields.role ?? 'host',
    attendances: /^\d+$/.test(fields.attendances) ? fields.attendances : '0',
    endsAt: fields.endsAt < fields.startsAt ? fields.startsAt : fields.endsAt,
  }
  return readPayload(filled).payload
}

/** Published and with all papers: what an activity that counts for nothing yet could count for. */
export function atBest(payload: ActivityPayload): ActivityPayload | null {
  const { announcement, summary, outcome, attendances } = payload
  const best = {
    ...payload,
    published: true,
    announcement: announcement || '有',
    summary: summary || '有',
    outcome: outcome || '有',
    attendances: Math.max(1, attendances),
  }
  return payload.published && isComplete(payload) ? null : best
}

function candidate({ place, spot, attendances, ...others }: ActivityFields) {
  const typed = attendances.trim()
  return {
    kind: 'activity',
    ...others,
    place: spot ? { name: place, ...spot } : { name: place, method: 'typed' },
    attendances: typed === '' ? 0 : Number(typed),
  }
}

/** The fields with another day or time of the beginning; the length of the activity stays. */
export function withStart(fields: ActivityFields, date: string, time: string): ActivityFields {
  const startsAt = shanghaiInstant(date, time)
  const length = Math.max(0, Date.parse(fields.endsAt) - Date.parse(fields.startsAt))
  return { ...fields, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() }
}

export function withEnd(fields: ActivityFields, date: string, time: string): ActivityFields {
  return { ...fields, endsAt: shanghaiInstant(date, time) }
}

export const dayOf = (instant: string) => shanghaiDate(instant)
export const timeOf = (instant: string) => shanghaiTime(instant)
