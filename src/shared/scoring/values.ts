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
  const fillers: Filler[] = []
  const scalars = new Map<string, number>()
  const blank: Value[] = slots.all.map(() => undefined)
  for (const [name, declaration] of Object.entries(rubric.facts)) {
    const own = slots.all.filter((slot) => slot.fact === name)
    if (declaration.type === 'decisions') continue
    if (declaration.type === 'list') fillers.push(listFiller(name, own))
    else if (declaration.type === 'marks') fillers.push(marksFiller(name, own))
    else
      for (const { index } of own) {
        scalars.set(name, index)
        blank[index] = scalar(declaration.default)
      }
  }
  const slotAt = slotFinder(scalars)
  return (facts) => {
    const values = blank.slice()
    let at = 0
    for (const name in facts) {
      const value = facts[name]
      const index = slotAt(at, name)
      at += 1
      if (index >= 0 && value !== undefined) values[index] = scalar(value)
    }
    for (const fill of fillers) fill(facts, values)
    return values
  }
}

/**
 * Finds the slot of the name that stands at a place of an object; -1 when it has none. One platform's facts name
 * the same things in the same order as the one's before, so that mostly a glance at the last answer does: walking
 * over an object so is far quicker than asking it for one name after another.
 */
function slotFinder(slots: ReadonlyMap<string, number>): (at: number, name: string) => number {
  const names: string[] = []
  const found: number[] = []
  return (at, name) => {
    const last = found[at]
    if (names[at] === name && last !== undefined) return last
    const index = slots.get(name) ?? -1
    names[at] = name
    found[at] = index
    return index
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
  const slotAt = slotFinder(new Map(own.map((slot) => [slot.part, slot.index])))
  return (facts, values) => {
    const marks = marksIn(facts[name])
    if (!marks) return
    let at = 0
    for (const criterion in marks) {
      const mark = marks[criterion]
      const index = slotAt(at, criterion)
      at += 1
      if (index >= 0 && mark !== undefined) values[index] = toUnits(mark)
    }
  }
}
