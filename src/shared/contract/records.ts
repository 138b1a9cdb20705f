/** `records`: push what was entered, pull what the server knows, withdraw, and the photos. */
import { z } from 'zod'
import {
  completenessShape,
  hashSchema,
  instant,
  identifier,
  limits,
  photoSchema,
  recordPayload,
  revisionSchema,
  serverStateSchema,
  text,
  uuid,
  toldLine,
  toldList,
  toldText,
  toldTime,
} from '../records'
import { idSchema } from './people'

/** A record as the server knows it. Times are ISO in UTC. */
export const storedRecord = z.object({
  id: uuid,
  platformId: idSchema,
  platformName: toldLine,
  revision: revisionSchema,
  hash: hashSchema,
  payload: recordPayload,
  date: toldTime,
  filledAt: toldTime,
  receivedAt: toldTime,
  state: serverStateSchema,
  /** The reviewer's reason when returned, else null. */
  returnReason: toldText.nullable(),
  /** 家次 as approved; null until a reviewer has set them. */
  approvedAttendances: z.number().nullable(),
  /** Photos that the record names and that have not arrived. */
  missingPhotos: toldList(uuid),
  /** What became of each photo that has been sent; a photo that is not here has not been sent. */
  photos: z
    .array(
      z.object({ id: uuid, state: z.enum(['arrived', 'unchecked', 'rejected']), reason: z.string().max(80) }),
    )
    .max(limits.photos)
    .default([]),
  /** Photos marked 签到表. They stand here, not in `payload`, since earlier versions of the app would refuse to read them. */
  signInSheets: z.array(uuid).max(limits.photos).default([]),
  /** What an activity must have to be complete by the document in force on its day; null where it is not told. */
  completeness: completenessShape.nullable().default(null),
  /** No document covers its day: that of another year, or the network's words, applies 暂按. */
  provisional: z.boolean().default(false),
  /** When the first version came in, ISO in UTC; null where it is not told. */
  enteredAt: z.string().max(40).nullable().default(null),
  /** Participations by source, in 家 (one enterprise counts once in an activity). */
  participants: z.object({ scan: z.number(), staffScan: z.number(), staffEntry: z.number() }),
  /** The phone's clock was more than a day off when it was saved or sent. */
  clockSuspect: z.boolean(),
})
export type StoredRecord = z.infer<typeof storedRecord>

export const pushResult = z.object({
  id: uuid,
  revision: revisionSchema,
  hash: hashSchema,
  /** `stored` and `repeated` are receipts: the server has exactly this revision. */
  outcome: z.enum(['stored', 'repeated', 'refused']),
  code: toldLine.nullable(),
  message: toldText.nullable(),
  /** Where the server stands, so that a conflict can be shown; null if it does not have the record. */
  server: z.object({ revision: revisionSchema, hash: hashSchema, state: serverStateSchema }).nullable(),
})
export type PushResult = z.infer<typeof pushResult>

export const recordsContract = {
  /**
   * Each record of the batch stands alone: it is parsed as a `pushedRecord` by itself, and one refusal
   * does not hold up the others.
   */
  push: {
    input: z.strictObject({
      records: z
        .array(z.looseObject({ id: uuid }))
        .min(1)
        .max(limits.batch),
      /** When it is sent, by the phone's clock: whether that clock can be believed. */
      sentAt: instant.optional(),
    }),
    output: z.object({ results: toldList(pushResult) }),
  },
  pull: {
    input: z.strictObject({ platformId: idSchema, cursor: identifier(80).nullable() }),
    output: z.object({
      records: toldList(storedRecord) /** Records of this page that could not be shown and were left out. */,
      unreadable: z.int().min(0).default(0),
      cursor: toldLine.nullable(),
      more: z.boolean(),
      /** The platform's latest change: a cursor beyond it is of a database that was put back. Absent in old servers. */
      latest: z.int().min(0).optional(),
    }),
  },
  get: { input: z.strictObject({ id: uuid }), output: storedRecord },
  withdraw: {
    input: z.strictObject({ id: uuid, revision: revisionSchema, reason: text(limits.reasonLength, 1) }),
    output: storedRecord,
  },
  /** Says that a photo lies in the platform's file store under `fileId`. */
  attachPhoto: {
    input: z.strictObject({ recordId: uuid, photo: photoSchema, fileId: identifier(300) }),
    output: z.object({ missingPhotos: toldList(uuid) }),
  },
  /** Where the photos of a record that have arrived can be seen, for those who may see the record. */
  photoLinks: {
    input: z.strictObject({ id: uuid }),
    output: z.object({
      links: toldList(
        z.object({
          photoId: uuid,
          url: toldText,
          /** ISO in UTC; null where the address does not expire. */
          expiresAt: toldTime.nullable(),
        }),
      ),
    }),
  },
}
