// Where each fact stands while scoring: an array of integers of 1e-6 (a flag is 0 or 1), one slot a number.
// A list of kinds takes one slot for each kind (how many of it), marks one for each criterion.
import { RubricError } from './error'
import type { FactDeclaration } from './facts'

/** `undefined` = unknown; `null` = stated that there is none. */
export type Values = readonly (number | null | undefined)[]

export interface Slot {
  readonly index: number
  readonly fact: string
  /** The kind of a list or the criterion of a mark; empty otherwise. */
  readonly part: string
  readonly title: string
  readonly unit: string
  readonly type: FactDeclaration['type']
}

export class Slots {
  readonly all: Slot[] = []
  private readonly byName = new Map<string, Slot>()

  constructor(facts: Readonly<Record<string, FactDeclaration>>, markedCriteria: readonly string[]) {
    for (const [fact, declaration] of Object.entries(facts)) {
      const { title, unit, type } = declaration
      if (type === 'decisions') continue
      if (type === 'list') {
        for (const [kind, of] of Object.entries(declaration.kinds))
          this.add({ fact, part: kind, title: of.title, unit, type })
      } else if (type === 'marks') {
        for (const criterion of markedCriteria) this.add({ fact, part: criterion, title, unit, type })
      } else this.add({ fact, part: '', title, unit, type })
    }
  }

  /** The slot of a fact (or `fact/part`). @throws RubricError at `path` when there is none. */
  find(name: string, path: string): Slot {
    const slot = this.byName.get(name)
    if (!slot) throw new RubricError(path, `unknown fact “${name}”`)
    return slot
  }

  private add(slot: Omit<Slot, 'index'>): void {
    const added = { ...slot, index: this.all.length }
    this.all.push(added)
    this.byName.set(slot.part === '' ? slot.fact : `${slot.fact}/${slot.part}`, added)
  }
}
