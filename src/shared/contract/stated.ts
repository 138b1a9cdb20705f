/** Of `evaluate`: what the province has stated of platforms and which marks were given, by whom and when. */
import { z } from 'zod'
import { yearSchema } from '../calendar'
import { identifier, judgingBodies, toldLine, toldList, toldText, toldTime } from '../records'
import { markReadings } from '../rubric'
import { idSchema, platformSchema, tierSchema } from './people'

/** quantity: stated for a year, the latest counts; mark: given by judges, how several combine says the rubric. */
export const statedKinds = ['quantity', 'mark'] as const

const statedValue = z.union([z.number(), z.boolean()])

/** Something that the rubric of a class wants to be told. */
export const statedItem = z.object({
  kind: z.enum(statedKinds),
  /** The name of the quantity, or the id of the criterion. */
  name: toldLine,
  title: toldLine,
  /** Where in the table it belongs; of a criterion alone. */
  section: toldLine.nullable(),
  unit: toldLine,
  /** Stated as yes or no. */
  yesNo: z.boolean(),
  /** Of a mark: its maximum, of what it is a multiple, and who judges. */
  max: z.number().nullable(),
  step: z.number().nullable(),
  judge: toldLine.nullable(),
  /** Of a mark: how those of several judges combine. */
  marks: z.enum(markReadings).nullable(),
  /** Platforms of the class for which it was entered. */
  entered: z.number(),
})
export type StatedItem = z.infer<typeof statedItem>

export const statedEntry = z.object({
  id: idSchema,
  value: statedValue,
  /** The source of a quantity, the reason of a mark. */
  reason: toldText,
  /** Who judges, by name; null = `by` judges, and of a quantity. */
  judge: toldLine.nullable(),
  /** For which of the two bodies; null = not said. */
  body: z.enum(judgingBodies).nullable(),
  by: toldLine,
  at: toldTime,
  /** The caller's own. */
  own: z.boolean(),
  /** Of a mark that was taken back: by whom, when and why. */
  takenBack: z.object({ by: toldLine, at: toldTime, reason: toldText }).nullable(),
  /** Stands: not taken back, and no later one of the same judge, or of anybody for a quantity. */
  inForce: z.boolean(),
})
export type StatedEntry = z.infer<typeof statedEntry>

export const statedRow = z.object({
  platform: platformSchema,
  /** What the card counts with; null while nothing was entered. */
  value: statedValue.nullable(),
  /** All that were ever made, the newest first. */
  entries: toldList(statedEntry),
})
export type StatedRow = z.infer<typeof statedRow>

export const statedActions = {
  /** Everything that is to be stated or judged for a class and year, and for how many platforms it was. */
  stated: {
    input: z.strictObject({ tier: tierSchema, year: yearSchema }),
    output: z.object({ items: toldList(statedItem), platforms: z.number() }),
  },
  /** One of them, platform by platform. */
  entries: {
    input: z.strictObject({
      tier: tierSchema,
      year: yearSchema,
      kind: z.enum(statedKinds),
      name: identifier(80),
    }),
    output: z.object({ item: statedItem, rows: toldList(statedRow) }),
  },
}
