/** The fields of an honour or report as they stand, and the record that they become. */
import { z } from 'zod'
import { shanghaiDate } from '../../../shared/calendar'
import { honourKinds, honourPayload, photoSchema, type HonourPayload } from '../../../shared/records'
import { overEmpty, readAs, type Read } from '../reading'

const fieldsSchema = z.object({
  honour: z.enum(honourKinds).nullable(),
  title: z.string(),
  issuer: z.string(),
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  conferredOn: z.string(),
  story: z.string(),
  proof: z.string(),
  photos: z.array(photoSchema),
})
export type HonourFields = z.infer<typeof fieldsSchema>

export function emptyFields(now: Date): HonourFields {
  const conferredOn = shanghaiDate(now)
  return { honour: null, title: '', issuer: '', conferredOn, story: '', proof: '', photos: [] }
}

export function readFields(kept: Readonly<Record<string, unknown>>, empty: HonourFields): HonourFields {
  return fieldsSchema.parse(overEmpty(fieldsSchema.shape, kept, empty))
}

export function fieldsOf({ kind: _kind, ...fields }: HonourPayload): HonourFields {
  return fields
}

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(fields: HonourFields): Read<HonourPayload> {
  return readAs(honourPayload, { kind: 'honour', ...fields })
}

/** As far as it counts: the kind, the day, and the story that it may share with others. */
export function provisional(fields: HonourFields): HonourPayload | null {
  if (fields.honour === null) return null
  return readPayload({ ...fields, title: '未填写', issuer: '未填写', proof: '' }).payload
}
