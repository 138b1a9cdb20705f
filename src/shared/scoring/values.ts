// From facts by name to the array of integers that compiled rules read.
import { toUnits, unit, type Rubric, type Slot, type Slots, type Values } from '../rubric'
import { isList, marksIn, type Facts, type FactValue } from './facts'

type Value = number | null | undefined
/** Writes one list or all marks into their slots; absent ones stay unknown. */
type Filler = (facts: Facts, values: Value[]) => void

function scalar(value: FactValue | undefined): Value {
  if (typeof value === 'number') return toUnits(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return value === null ? null : undefined
}

/** A function that lays out facts for the rules of one rubric; made once. */
export function compileValues(rubric: Rubric, slots: Slots): (facts: Facts) => Values {
  const fillers = Object.entries(rubric.facts).flatMap(([name, declaration]): Filler[] => {
    const own = slots.all.filter((slot) => slot.fact === name)
    if (declaration.type === 'list') return [listFiller(name, own)]
    return declaration.type === 'marks' ? [marksFiller(name, own)] : []
  })
  const scalars = slots.all.flatMap((slot) => {
    const declaration = rubric.facts[slot.fact]
    if (!declaration || declaration.type === 'list' || declaration.type === 'marks') return []
    return [{ name: slot.fact, index: slot.index, otherwise: scalar(declaration.default) }]
  })
  const blank: Value[] = slots.all.map(() => undefined)
  return (facts) => {
    const values = blank.slice()
    for (const fact of scalars) {
      const value = facts[fact.name]
      if (typeof value === 'number') values[fact.index] = toUnits(value)
      else values[fact.index] = value === undefined ? fact.otherwise : scalar(value)
    }
    for (const fill of fillers) fill(facts, values)
    return values
  }
}

function listFiller(name: string, own: readonly Slot[]): Filler {
  const indexes = new Map(own.map((slot) => [slot.part, slot.index]))
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

function marksFiller(name: string, own: readonly Slot[]): Filler {
  return (facts, values) => {
    const marks = marksIn(facts[name])
    if (!marks) return
    for (const slot of own) {
      const mark = marks[slot.part]
      if (mark !== undefined) values[slot.index] = toUnits(mark)
    }
  }
}
