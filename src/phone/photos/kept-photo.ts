/** A picture of a record as the phone stores it. */
import { z } from 'zod'
import { photoSchema, uuid } from '../../shared/records'

export const keptPhoto = z.object({
  photo: photoSchema,
  recordId: uuid,
  takenAt: z.string(),
  /** Where it lies in the platform's file store; null until it has been sent. */
  fileId: z.string().nullable(),
  /** The server has taken note of it. */
  attached: z.boolean(),
})
export type KeptPhoto = z.infer<typeof keptPhoto>
