/** The fields of an honour or report as they stand, and the record that they become. */
import { z } from 'zod'
import { shanghaiDate, yearSchema } from '../../../shared/calendar'
import {
  honourHolders,
  honourKinds,
  honourPayload,
  photoSchema,
  type HonourPayload,
} from '../../../shared/records'
import { overEmpty, readAs, type Read } from '../reading'

const fieldsSchema = z.object({
  honour: z.enum(honourKinds).nullable(),
  title: z.string(),
  issuer: z.string(),
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  conferredOn: z.string(),
  /** The same; empty = it has no term. */
  validUntil: z.string(),
  /** As typed; empty = it names none. */
  forYear: z.string(),
  holder: z.enum(honourHolders),
  story: z.string(),
  proof: z.string(),
  photos: z.array(photoSchema),
})
export type HonourFields = z.infer<typeof fieldsSchema>

const unstated = { validUntil: '', forYear: '', holder: 'own' as const }

export function emptyFields(now: Date): HonourFields {
  const conferredOn = shanghaiDate(now)
  return { honour: null, title: '', issuer: '', conferredOn, ...unstated, story: '', proof: '', photos: [] }
}

export function readFields(kept: Readonly<Record<string, unknown>>, empty: HonourFields): HonourFields {
  return fieldsSchema.parse(overEmpty(fieldsSchema.shape, kept, empty))
}

export function fieldsOf({ kind: _kind, ...fields }: HonourPayload): HonourFields {
  return { ...unstated, ...fields }
}

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(fields: HonourFields): Read<HonourPayload> {
  const { validUntil, forYear, holder, ...others } = fields
  return readAs(honourPayload, {
    kind: 'honour',
    ...others,
    ...(validUntil && { validUntil }),
    ...(forYear.trim() && { forYear: forYear.trim() }),
    ...(holder !== 'own' && { holder }),
  })
}

/** As far as it counts: the kind, the days, whose it is, and the story that it may share with others. */
export function provisional(fields: HonourFields): HonourPayload | null {
  if (fields.honour === null) return null
  const { conferredOn, validUntil, forYear } = fields
  return readPayload({
    ...fields,
    ...{ title: '未填写', issuer: '未填写', proof: '' },
    validUntil: validUntil < conferredOn ? '' : validUntil,
    forYear: yearSchema.safeParse(forYear.trim()).success ? forYear : '',
  }).payload
}
