// tiers: bands of a quantity, each worth fixed points, optionally plus p for each n above the band's start.
// Bands stand in order and leave neither gap nor overlap; they may bear a name.
import { z } from 'zod'
import { RubricError } from '../error'
import { pointsText, withUnit, positiveNumber, rubricNumber, rubricPoints } from '../numbers'
import { plus, toUnits, wholeUnits, type Points } from '../points'
import { compileQuantity, quantitySchema } from '../quantity'
import type { Values } from '../slots'
import { partialSchema, worthOf } from './steps'
import type { CompiledRule, RuleContext } from './types'

const tierSchema = z.strictObject({
  /** Lower end: `from` includes the number, `over` does not; neither = from the very bottom. */
  from: rubricNumber.optional(),
  over: rubricNumber.optional(),
  /** Upper end: `below` excludes the number, `upTo` includes it; neither = without end. */
  below: rubricNumber.optional(),
  upTo: rubricNumber.optional(),
  points: rubricPoints,
  plus: z.strictObject({ points: rubricPoints, each: positiveNumber, partial: partialSchema }).optional(),
  label: z.string().min(1).optional(),
})
type Tier = z.infer<typeof tierSchema>

export const tiersSchema = z.strictObject({
  kind: z.literal('tiers'),
  of: quantitySchema,
  tiers: z.array(tierSchema).min(1),
  cap: rubricPoints.optional(),
})
export type Tiers = z.infer<typeof tiersSchema>

/** @throws RubricError for a gap or an overlap between two tiers. */
function checkTiers(tiers: readonly Tier[], path: string): void {
  tiers.forEach((tier, at) => {
    const place = `${path}.tiers[${at}]`
    if (tier.from !== undefined && tier.over !== undefined) throw new RubricError(place, 'both from and over')
    if (tier.below !== undefined && tier.upTo !== undefined)
      throw new RubricError(place, 'both below and upTo')
    const start = tier.from ?? tier.over
    const end = tier.below ?? tier.upTo
    if (start !== undefined && end !== undefined && end < start)
      throw new RubricError(place, 'ends before it starts')
    const before = tiers[at - 1]
    if (!before) {
      if (start !== undefined) throw new RubricError(place, `gap: nothing is said below ${start}`)
      return
    }
    const reached = before.below ?? before.upTo
    if (reached === undefined || start === undefined)
      throw new RubricError(place, 'overlaps the tier before it')
    if (start < reached) throw new RubricError(place, `overlaps the tier before it, which ends at ${reached}`)
    if (start > reached) throw new RubricError(place, `gap between ${reached} and ${start}`)
    const taken = before.upTo !== undefined
    if (taken && tier.from !== undefined) throw new RubricError(place, `overlap: ${start} is in two tiers`)
    if (!taken && tier.over !== undefined) throw new RubricError(place, `gap: ${start} is in no tier`)
  })
  const last = tiers[tiers.length - 1]
  const end = last?.below ?? last?.upTo
  if (end !== undefined)
    throw new RubricError(`${path}.tiers[${tiers.length - 1}]`, `gap: nothing is said above ${end}`)
}

export function compileTiers(rule: Tiers, context: RuleContext): CompiledRule {
  checkTiers(rule.tiers, context.path)
  const of = compileQuantity(rule.of, context.slots, `${context.path}.of`)
  const cap = rule.cap === undefined ? Infinity : toUnits(rule.cap)
  const bands = rule.tiers.map((tier) => ({
    tier,
    /** The first quantity, in millionths, that no longer belongs to the band. */
    end:
      tier.below !== undefined
        ? toUnits(tier.below)
        : tier.upTo !== undefined
          ? toUnits(tier.upTo) + 1
          : Infinity,
    start: toUnits(tier.from ?? tier.over ?? 0),
    points: toUnits(tier.points),
    more: tier.plus && {
      points: toUnits(tier.plus.points),
      each: toUnits(tier.plus.each),
      partial: tier.plus.partial,
    },
  }))
  type Band = (typeof bands)[number]
  const bandOf = (quantity: number) => bands.find((band) => quantity < band.end)
  const collected = (band: Band, quantity: number): Points => {
    if (!band.more || quantity <= band.start) return band.points
    return plus(
      band.points,
      worthOf(quantity - band.start, band.more.each, band.more.points, band.more.partial),
    )
  }
  const run = (values: Values): Points | null => {
    const quantity = of.value(values)
    const band = quantity === null ? undefined : bandOf(quantity)
    if (quantity === null || !band) return null
    const result = collected(band, quantity)
    return wholeUnits(result) >= cap ? cap : result
  }
  const unbounded = bands.some((band) => band.more && band.end === Infinity)
  const mostOf = (band: Band) => (band.end === Infinity ? band.points : wholeUnits(collected(band, band.end)))
  return {
    slots: of.slots,
    most: Math.min(cap, unbounded ? Infinity : Math.max(...bands.map(mostOf))),
    run,
    explain: (values) => {
      const result = run(values)
      if (result === null) return { why: `${of.title}不存在,须由人工认定` }
      const quantity = of.value(values) ?? 0
      const label = bandOf(quantity)?.tier.label ?? null
      const name = label === null ? '' : `${label},`
      return { why: `${of.title} ${withUnit(quantity, of.unit)},${name}得 ${pointsText(result)}`, label }
    },
  }
}
