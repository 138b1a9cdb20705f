// Which records make a fact, and what is taken of them. Two demands hold for every source and are not
// written again: the act lies in the rubric's period (RULES.md G8), and it is approved: not decided is not
// counted (G20, D14).
import { z } from 'zod'
import {
  activityCategories,
  activityRoles,
  campaigns,
  demandChannels,
  demandTypes,
  honourHolders,
  honourKinds,
} from '../records'

const yes = z.array(z.boolean()).min(1).optional()
const names = z.array(z.string().min(1)).min(1).optional()
const counted = z.enum(['count', 'any'])

const activity = z.strictObject({
  record: z.literal('activity'),
  where: z
    .strictObject({
      category: z.array(z.enum(activityCategories)).min(1).optional(),
      role: z.array(z.enum(activityRoles)).min(1).optional(),
      campaign: z.array(z.enum(campaigns)).min(1).optional(),
      online: yes,
      topic: names,
      ledToLoan: yes,
      published: yes,
      complete: yes,
    })
    .default({}),
  take: z.union([
    counted,
    z.strictObject({ sum: z.literal('attendances') }),
    z.strictObject({ distinct: z.literal('enterprises') }),
  ]),
})

const done = { published: yes, inTime: yes, channel: z.array(z.enum(demandChannels)).min(1).optional() }

/**
 * `every`: all demands that arose were published and in time, and at least one arose. With `excused`, one that a
 * reviewer has excused of its delay counts as in time (open-questions D48).
 */
const demand = z.strictObject({
  record: z.literal('demand'),
  where: z.strictObject({ demand: z.array(z.enum(demandTypes)).min(1).optional(), ...done }).default({}),
  take: z.union([
    counted,
    z.strictObject({ every: z.strictObject(done), excused: z.boolean().default(false) }),
  ]),
})

const transaction = z.strictObject({
  record: z.literal('transaction'),
  where: z.strictObject({ completed: yes }).default({}),
  take: counted,
})

/** `by`: what makes two honours one (RULES.md G17). */
const honour = z.strictObject({
  record: z.literal('honour'),
  where: z
    .strictObject({
      honour: z.array(z.enum(honourKinds)).min(1).optional(),
      holder: z.array(z.enum(honourHolders)).min(1).optional(),
    })
    .default({}),
  take: z.strictObject({ items: z.literal('honour'), by: z.enum(['story', 'id']) }),
})

const figure = z.strictObject({
  record: z.literal('figure'),
  where: z.strictObject({ name: names }).default({}),
  take: z.strictObject({ sum: z.literal('value') }),
})

const obligation = z.strictObject({
  record: z.literal('obligation'),
  where: z.strictObject({ late: yes, lateAtFirst: yes, filedAfterDue: yes }).default({}),
  take: z.union([counted, z.strictObject({ sum: z.literal('returns') })]),
})

const statement = z.strictObject({
  record: z.literal('statement'),
  where: z.strictObject({ name: names }).default({}),
  take: z.strictObject({ latest: z.literal('value') }),
})

/** Of several judges the mean, the lowest, or the mean of those of the department where it gave one (D10). */
export const markReadings = ['mean', 'lower', 'department'] as const

/** Of one judge the latest mark. */
const mark = z.strictObject({
  record: z.literal('mark'),
  where: z.strictObject({}).default({}),
  take: z.strictObject({ marks: z.enum(markReadings) }),
})

/** Of each criterion the latest decision. */
const decision = z.strictObject({
  record: z.literal('decision'),
  where: z.strictObject({}).default({}),
  take: z.strictObject({ decisions: z.literal('latest') }),
})

export const sourceSchema = z.discriminatedUnion('record', [
  activity,
  demand,
  transaction,
  honour,
  figure,
  obligation,
  statement,
  mark,
  decision,
])
export type Source = z.infer<typeof sourceSchema>
