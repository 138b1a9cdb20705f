/** What the payloads of several kinds are made of. A message stands at the field that it is about. */
import { z } from 'zod'
import { creditCodeSchema, enteredCreditCodeSchema } from '../credit-code'
import { limits } from '../limits'
import { text } from '../text'

/** ISO with a zone. Bounded: a fraction of a second may have any number of digits, and one of millions was once sent. */
export const instant = z.iso
  .datetime({ offset: true, message: '请选择时间' })
  .max(limits.instantLength, '请选择时间')
export const uuid = z.uuid('编号不对')

export const enterpriseSchema = z.strictObject({
  name: text(limits.nameLength, 2),
  creditCode: creditCodeSchema,
})

/** An enterprise that somebody enters now; stored ones are read by `enterpriseSchema`. */
export const enteredEnterpriseSchema = enterpriseSchema.extend({ creditCode: enteredCreditCodeSchema })

/** Where something happened, and how we know: measured by the phone, chosen on a map, or typed. */
export const placeSchema = z.strictObject({
  name: text(limits.placeLength, 1),
  method: z.enum(['located', 'chosen', 'typed']),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  /** Metres. */
  accuracy: z.number().min(0).max(100_000).optional(),
})

export const photoRoles = ['sign-in-sheet'] as const

/** A photo is uploaded apart; the record names it by id and content. */
export const photoSchema = z.strictObject({
  id: uuid,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes after scaling. */
  size: z.int().min(1).max(limits.photoBytes),
  /** What it shows, where that counts: a sign-in sheet names the participants (D18). */
  role: z.enum(photoRoles).optional(),
})

export type Enterprise = z.infer<typeof enterpriseSchema>
export type Place = z.infer<typeof placeSchema>
export type Photo = z.infer<typeof photoSchema>
