/** An enterprise that staff entered and the server does not have yet, as it lies in storage. */
import { z } from 'zod'
import { enterpriseSchema, uuid, type Enterprise } from '../../shared/records'
import { tokenSchema, type Participation } from '../../shared/contract'

export const keptEntry = z.object({
  id: uuid,
  activityId: uuid,
  enterprise: enterpriseSchema,
  source: z.enum(['staff-scan', 'staff-entry']),
  /** Of the person whose phone showed the enterprise's code. */
  personCode: tokenSchema.optional(),
  /** When it was entered, ISO; the oldest goes first. */
  at: z.string(),
  /** Its place among those entered at the same moment. */
  place: z.number(),
  /** Why the server refused it; it waits for the person. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type KeptEntry = z.infer<typeof keptEntry>
export type EntrySource = KeptEntry['source']
export type NewEntry = { enterprise: Enterprise; source: EntrySource; personCode?: string }

/** The server's receipt. With the id of another participation the enterprise was there before. */
export type ReceivedEntry = { entry: KeptEntry; participation: Participation }

export function oldestFirst(a: KeptEntry, b: KeptEntry): number {
  return Date.parse(a.at) - Date.parse(b.at) || a.place - b.place
}
