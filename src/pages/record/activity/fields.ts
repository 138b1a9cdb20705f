/** The fields of the activity form as they stand, and the record that they become. Reads drafts of any age. */
import { z } from 'zod'
import {
  activityCategories,
  activityPayload,
  activityRoles,
  campaigns,
  photoSchema,
  placeSchema,
  type ActivityCategory,
  type ActivityPayload,
} from '../../../shared/records'
import type { Choices } from '../form-kind'
import { overEmpty, readAs, type Read } from '../reading'

const located = placeSchema.pick({ latitude: true, longitude: true, accuracy: true }).extend({
  method: z.enum(['located', 'chosen']),
})
export type Spot = z.infer<typeof located>

const fieldsSchema = z.object({
  category: z.enum(activityCategories).nullable(),
  /** May name `category` too while the person thinks it over; the record does not. */
  alsoCategories: z.array(z.enum(activityCategories)),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  /** Where the phone or the map says it was; null when the place is only typed. */
  spot: located.nullable(),
  role: z.enum(activityRoles).nullable(),
  campaign: z.enum(campaigns),
  online: z.boolean(),
  /** Empty = not said. */
  topic: z.string(),
  ledToLoan: z.boolean(),
  published: z.boolean(),
  /** As typed. */
  attendances: z.string(),
  announcement: z.string(),
  summary: z.string(),
  outcome: z.string(),
  photos: z.array(photoSchema),
})
export type ActivityFields = z.infer<typeof fieldsSchema>

const HALF_HOUR = 30 * 60_000
const USUAL_LENGTH = 2 * 60 * 60_000

/** An empty form: now, rounded down to the half hour, with what was chosen last time. */
export function emptyFields(now: Date, last: Choices): ActivityFields {
  const start = Math.floor(now.getTime() / HALF_HOUR) * HALF_HOUR
  return {
    category: null,
    alsoCategories: [],
    title: '',
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + USUAL_LENGTH).toISOString(),
    place: last.place ?? '',
    spot: null,
    role: z.enum(activityRoles).nullable().catch(null).parse(last.role),
    campaign: z.enum(campaigns).catch('none').parse(last.campaign),
    online: false,
    topic: '',
    ledToLoan: false,
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
  return fieldsSchema.parse(overEmpty(fieldsSchema.shape, kept, empty))
}

/**
 * Does a start go on with this unfinished activity? One that offers all categories takes any, so that nothing
 * begun is out of reach; one that begins with a category only its own.
 */
export function resumesIn(
  offered: readonly ActivityCategory[] | null,
  first: ActivityCategory | null,
  kept: Readonly<Record<string, unknown>>,
): boolean {
  const own: readonly unknown[] = offered ?? (first === null ? activityCategories : [first])
  return own.includes(kept.category) || (first === null && kept.category == null)
}

export function fieldsOf(payload: ActivityPayload): ActivityFields {
  const { kind: _kind, place, attendances, alsoCategories = [], ...others } = payload
  const { topic = '', ledToLoan = false } = payload
  const { name, method, ...at } = place
  return {
    ...others,
    ...{ alsoCategories, topic, ledToLoan },
    place: name,
    spot: method === 'typed' ? null : { ...at, method },
    attendances: String(attendances),
  }
}

export function lastChoicesOf({ place, role, campaign }: ActivityFields): Choices {
  return { place: place.trim(), role: role ?? '', campaign }
}

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(fields: ActivityFields): Read<ActivityPayload> {
  return readAs(activityPayload, candidate(fields))
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
export function atBest(payload: ActivityPayload): ActivityPayload {
  const { announcement, summary, outcome, attendances } = payload
  return {
    ...payload,
    published: true,
    announcement: announcement || '有',
    summary: summary || '有',
    outcome: outcome || '有',
    attendances: Math.max(1, attendances),
  }
}

function candidate({ place, spot, attendances, ...fields }: ActivityFields) {
  const { alsoCategories, topic, ledToLoan, ...others } = fields
  const typed = attendances.trim()
  const also = alsoCategories.filter((each) => each !== others.category)
  return {
    kind: 'activity',
    ...others,
    ...(also.length > 0 && { alsoCategories: also }),
    ...(topic !== '' && { topic }),
    ...(ledToLoan && { ledToLoan }),
    place: spot ? { name: place, ...spot } : { name: place, method: 'typed' },
    attendances: typed === '' ? 0 : Number(typed),
  }
}

/** The fields with another category besides the main one, or without it. */
export function withAlso(fields: ActivityFields, category: ActivityCategory): ActivityFields {
  const { alsoCategories: before } = fields
  const has = (each: ActivityCategory) => before.includes(each) !== (each === category)
  return { ...fields, alsoCategories: activityCategories.filter(has) }
}

/** The fields with another beginning; the length of the activity stays. */
export function withStart(fields: ActivityFields, startsAt: string): ActivityFields {
  const length = Math.max(0, Date.parse(fields.endsAt) - Date.parse(fields.startsAt))
  return { ...fields, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() }
}
