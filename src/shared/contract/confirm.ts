/** `confirm`: the activity's code, confirmation by the enterprise, rating, and entry by staff. */
import { z } from 'zod'
import { seenChange } from '../flags'
import {
  creditCodeSchema,
  enterpriseSchema,
  instant,
  limits,
  text,
  uuid,
  toldLine,
  toldList,
  toldText,
  toldTime,
} from '../records'
import { boundEnterpriseSchema } from './people'

/** Where somebody pressed the button, if they let it be told; metres of accuracy. */
export const pressedPlace = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000).optional(),
})
export type PressedPlace = z.infer<typeof pressedPlace>

export const participationSources = ['scan', 'staff-scan', 'staff-entry'] as const
export const sourceTitles: Record<(typeof participationSources)[number], string> = {
  scan: '扫码确认',
  'staff-scan': '现场扫码',
  'staff-entry': '手工录入',
}

/** At most 32 characters of WeChat's scene alphabet. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/, '活动码的格式不对')

/** By the same clock as the other times of the request, so that a wrong one shows. Older phones do not tell. */
const sentAt = instant.optional()

export const participation = z.object({
  id: uuid,
  activityId: uuid,
  enterprise: boundEnterpriseSchema,
  source: z.enum(participationSources),
  confirmedAt: toldTime,
  /** A confirmation that was pressed in time and arrived later, or an entry by staff after the window. */
  late: z.boolean(),
  /** A scan that arrived so long after it was pressed that nobody can vouch for the time (时间未核实). */
  timeUnverified: z.boolean().default(false),
  /** A scan by somebody who is not confirmed for the enterprise (未核实); not told of those of an earlier release. */
  unverified: z.boolean().optional(),
  stars: z.number().nullable(),
  comment: toldText.nullable(),
})
export type Participation = z.infer<typeof participation>

/** What became of one entry. With a participation it is the receipt; of another id, the enterprise was there before. */
export const entryResult = z.object({
  id: uuid,
  participation: participation.nullable(),
  /** Why it was refused; null with a participation. */
  code: toldLine.nullable(),
  message: toldText.nullable(),
})
export type EntryResult = z.infer<typeof entryResult>

export const activityToConfirm = z.object({
  activityId: uuid,
  title: toldLine,
  category: toldLine,
  organiser: toldLine,
  role: toldLine,
  startsAt: toldTime,
  endsAt: toldTime,
  place: toldLine,
  /** Within which a confirmation is in time. */
  opensAt: toldTime,
  closesAt: toldTime,
  enterprise: boundEnterpriseSchema.nullable(),
  /** When the caller's enterprise has confirmed already. */
  confirmedAt: toldTime.nullable(),
  /** The rating that is the caller's to give and to change; null before it is given. */
  stars: z.number().nullable(),
  /** Not told by functions of an earlier release. */
  comment: toldText.nullable().default(null),
})
export type ActivityToConfirm = z.infer<typeof activityToConfirm>

/** Hours from the end of an activity until its code closes; the first unless the staff choose another. */
export const closingHours = [2, 6, 24] as const
export type ClosingHours = (typeof closingHours)[number]

export const confirmContract = {
  /**
   * A code to show. `rotating` lives two minutes, and those before it to their own end; `poster` lives for the
   * window, and the one that a phone has is given again while it is valid.
   */
  issueCode: {
    input: z.strictObject({
      activityId: uuid,
      kind: z.enum(['rotating', 'poster']),
      /** The poster's code that this phone has; null if none. */
      token: tokenSchema.nullable().default(null),
      /** Null leaves the end as it is. */
      closesAfter: z.literal(closingHours).nullable().default(null),
    }),
    output: z.object({
      token: tokenSchema,
      /** The picture to show: a mini-program code in WeChat, a QR code of a link in the preview; SVG or PNG as a data URI. */
      image: z.string().max(2_000_000),
      /** What the picture leads to; null in WeChat. */
      link: toldText.nullable(),
      expiresAt: toldTime,
      /** The window in which it can be scanned; `closesAfter` in hours from the end. */
      opensAt: toldTime,
      closesAt: toldTime,
      closesAfter: z.number(),
      confirmed: z.number(),
    }),
  },
  /** Ends one code of an activity now, or with `token` null every one that was given out. How many it were. */
  revokeCodes: {
    input: z.strictObject({ activityId: uuid, token: tokenSchema.nullable() }),
    output: z.object({ revoked: z.number() }),
  },
  open: { input: z.strictObject({ token: tokenSchema }), output: activityToConfirm },
  confirm: {
    input: z.strictObject({
      token: tokenSchema,
      /** When the person pressed the button, by their phone's clock; for confirmations kept without network. */
      pressedAt: instant,
      sentAt,
      /** Only its distance from the activity is kept. */
      place: pressedPlace.nullable().default(null),
    }),
    output: z.object({ participation, already: z.boolean() }),
  },
  rate: {
    input: z.strictObject({
      activityId: uuid,
      stars: z.int().min(1).max(5),
      comment: text(limits.commentLength),
    }),
    output: participation,
  },
  /** Entries by staff, each with its own id so that a repeat is recognised. Each stands alone and has its own result. */
  enter: {
    input: z.strictObject({
      activityId: uuid,
      sentAt,
      entries: z
        .array(
          z.strictObject({
            id: uuid,
            enterprise: enterpriseSchema,
            source: z.enum(['staff-scan', 'staff-entry']),
            at: instant,
            /** Of the person whose phone showed the enterprise's code: it confirms them for the enterprise. */
            personCode: tokenSchema.optional(),
          }),
        )
        .min(1)
        .max(limits.batch),
    }),
    output: z.object({ results: toldList(entryResult) }),
  },
  list: {
    /** With `last` only those that came in last, in that order. */
    input: z.strictObject({
      activityId: uuid,
      last: z.int().min(0).max(limits.page).nullable().default(null),
    }),
    output: z.object({
      participations: toldList(participation),
      /** Of all, however many are told. */
      count: z.number(),
      /** How many enterprises scanned by themselves since that is asked, and how many of those are unverified. */
      scans: z.number().default(0),
      unverified: z.number().default(0),
      /** Attempts with this activity's codes that were refused, by the code of the error. */
      refused: toldList(z.object({ code: toldLine, count: z.number() })),
    }),
  },
  /**
   * What the caller has confirmed, and whatever else their enterprise took part in, newest first; the next page
   * begins after the id of the last one. A colleague's comment is not told.
   */
  mine: {
    input: z.strictObject({ after: uuid.nullable().default(null) }),
    output: z.object({
      participations: toldList(
        participation.extend({
          /** What the activity told when they took part. */
          title: toldLine,
          organiser: toldLine,
          startsAt: toldTime,
          place: toldLine.default(''),
          /** What of it was changed later. */
          changes: toldList(seenChange).default([]),
          /** It is the caller's to rate, or to rate anew. */
          mayRate: z.boolean(),
        }),
      ),
      total: z.number(),
    }),
  },
  /** Staff of the activity's platform know the person of a scan: confirms them for the enterprise. */
  vouch: {
    input: z.strictObject({ activityId: uuid, participationId: uuid }),
    output: participation,
  },
  /** The enterprise of a credit code, if known, so that nobody types a name twice. */
  lookUp: {
    input: z.strictObject({ creditCode: creditCodeSchema }),
    output: z.object({ enterprise: boundEnterpriseSchema.nullable() }),
  },
}
