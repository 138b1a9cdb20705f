/** A pressed confirmation as it lies in storage. */
import { z } from 'zod'
import { pressedPlace, tokenSchema } from '../../shared/contract'
import { enterpriseSchema } from '../../shared/records'

export const keptConfirmation = z.object({
  token: tokenSchema,
  pressedAt: z.string(),
  /** For whom it was pressed; null in those of older versions that did not keep it. */
  enterprise: enterpriseSchema.nullable(),
  /** Chosen at this press, so that it is to be bound before confirming. Older versions kept no others. */
  chosen: z.boolean().default(true),
  /** The activity's title, if it was known when pressed. */
  title: z.string().nullable(),
  /** Where it was pressed, if the person let it be told. */
  place: pressedPlace.nullable().default(null),
  /** Why the server refused it; null while it has not been asked. A refused one is not sent again. */
  refusedBecause: z.string().nullable(),
})
export type KeptConfirmation = z.infer<typeof keptConfirmation>
export type Press = Pick<KeptConfirmation, 'token' | 'enterprise' | 'chosen' | 'title' | 'place'>
