/** `session`: who am I, join by invitation, stand for an enterprise. */
import { z } from 'zod'
import { enteredEnterpriseSchema, toldLine, toldList, toldTime, uuid } from '../records'
import { tokenSchema } from './confirm'
import {
  areaCodeSchema,
  boundEnterpriseSchema,
  idSchema,
  membershipSchema,
  personNameSchema,
  platformSchema,
} from './people'

export const me = z.object({
  personId: idSchema,
  name: toldLine,
  memberships: toldList(membershipSchema),
  enterprise: boundEnterpriseSchema.nullable(),
  /** Somebody has confirmed that the caller stands for that enterprise. */
  enterpriseConfirmed: z.boolean().optional(),
  /** The server's time, ISO, so that a phone with a wrong clock can be told so. */
  serverTime: toldTime,
})
export type Me = z.infer<typeof me>

export const sessionContract = {
  whoAmI: { input: z.strictObject({}), output: me },
  /** One-time code from a manager or the province. */
  join: {
    input: z.strictObject({ code: z.string().trim().min(4).max(40), name: personNameSchema }),
    output: me,
  },
  invite: {
    input: z.strictObject({
      role: z.enum(['staff', 'manager', 'reviewer']),
      platformId: idSchema.nullable(),
      areaCode: areaCodeSchema.nullable(),
      days: z.int().min(1).max(30),
    }),
    output: z.object({ code: toldLine, expiresAt: toldTime }),
  },
  /** Binds the caller to an enterprise; again with another one changes it for later confirmations. */
  bindEnterprise: { input: enteredEnterpriseSchema, output: me },
  /** The caller stands for no enterprise from now on; what they confirmed stays. Again is no fault. */
  unbindEnterprise: { input: z.strictObject({}), output: me },
  /** A code of ten minutes that ties the caller to their enterprise, for staff to scan on the spot. */
  enterpriseCode: {
    input: z.strictObject({}),
    output: z.object({ code: tokenSchema, expiresAt: toldTime }),
  },
  /** Who waits to be confirmed for the enterprise that the caller is confirmed for; for others nobody. */
  enterprisePeople: {
    input: z.strictObject({}),
    output: z.object({
      people: toldList(z.object({ personId: idSchema, name: toldLine, boundAt: toldTime })),
    }),
  },
  /** A confirmed person says that somebody is of the same enterprise. */
  approvePerson: { input: z.strictObject({ personId: uuid }), output: z.object({ approved: z.boolean() }) },
  /** Answers when functions and database do; what only the province is told is null for others. */
  health: {
    input: z.strictObject({}),
    output: z.object({
      version: toldLine,
      province: z
        .object({
          /** Newest migration of the database, and the one that the functions were built for. */
          migration: toldLine.nullable(),
          expectedMigration: toldLine.nullable(),
          /** The last year whose holidays these functions know: nothing is published whose publicity runs beyond it. */
          lastHolidayYear: toldTime,
          /** Times are ISO in UTC; `finishedAt` is null of one that goes on or was cut off. */
          lastRun: z
            .object({ period: toldTime, startedAt: toldTime, finishedAt: toldTime.nullable() })
            .nullable(),
        })
        .nullable(),
    }),
  },
  /** The platforms that the caller may see, for pickers. */
  platforms: { input: z.strictObject({}), output: z.object({ platforms: toldList(platformSchema) }) },
}
