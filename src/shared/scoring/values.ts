// From facts by name to the array of integers that compiled rules read.
import { toUnits, unit, type Rubric, type Slots, type Values } from '../rubric'
import { isList, marksIn, type Facts, type FactValue } from './facts'

type Value = number | null | undefined
/** Writes one fact into its slots; an absent fact with a default takes that, any other stays unknown. */
type Filler = (facts: Facts, values: Value[]) => void

function scalar(value: FactValue | undefined): Value {
  if (typeof value === 'number') return toUnits(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value === null ? null : undefined
}

/** A function that lays out facts for the rules of one rubric; made once. */
export function compileValues(rubric: Rubric, slots: Slots): (facts: Facts) => Values {
  const fillers: Filler[] = Object.entries(rubric.facts).map(([name, declaration]) => {
    const own = slots.all.filter((slot) => slot.fact === name)
    const indexes = new Map(own.map((slot) => [slot.part, slot.index]))
    if (declaration.type === 'list') {
      return (facts, values) => {
        const items = facts[name]
        if (!isList(items)) return
        for (const slot of own) values[slot.index] = 0
        for (const item of items) {
          const index = indexes.get(item)
          if (index !== undefined) values[index] = (values[index] ?? 0) + unit
        }
      }
    }
    if (declaration.type === 'marks') {
      return (facts, values) => {
        const marks = marksIn(facts[name])
        if (!marks) return
        for (const slot of own) values[slot.index] = scalar(marks[slot.part])
      }
    }
    const index = own[0]?.index ?? 0
    const otherwise = scalar(declaration.default)
    return (facts, values) => {
      const value = facts[name]
      values[index] = value === undefined ? otherwise : scalar(value)
    }
  })
  const blank: Value[] = slots.all.map(() => undefined)
  return (facts) => {
    const values = blank.slice()
    for (const fill of fillers) fill(facts, values)
    return values
  }
}
