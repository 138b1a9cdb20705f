/** The results of a class and period, ranked, with what the period added and where each stood before. */
import { z } from 'zod'
import { periodBefore } from '../../src/shared/calendar'
import { factValueSchema, type Platform } from '../../src/shared/contract'
import { readCard, type CardSection } from '../../src/shared/scoring'
import type { Trx } from '../backend'
import {
  listContents,
  listResults,
  medianOf,
  ranksOf,
  rubricWordsOf,
  type Result,
  type FactWords,
} from '../backend/results'

export type ClassTier = 'city' | 'county'
export type Placed = {
  platform: Platform
  state: Result['state']
  rank: number
  total: number
  grade: string | null
  sections: readonly CardSection[]
  /** The facts of the period alone, as quantities; what is none is left out. */
  increment: ReadonlyMap<string, number>
  before: { rank: number; total: number } | null
}
export type ClassResults = {
  tier: ClassTier
  period: string
  /** Best first. */
  rows: Placed[]
  median: number | null
  /** The facts that the class's rubric reads, in the order in which it does; none without results. */
  facts: FactWords[]
}

type Contents = Awaited<ReturnType<typeof listContents>>

const incrementSchema = z.record(z.string(), factValueSchema)

export async function readClass(trx: Trx, tier: ClassTier, period: string): Promise<ClassResults> {
  const results = await listResults(trx, period, tier)
  const before = placesOf(await listResults(trx, periodBefore(period), tier))
  const contents = await listContents(trx, period, tier)
  const places = placesOf(results)
  const rows = results.map(({ id, platform, state, total, grade }): Placed => {
    const content = contents.get(id)
    const card = content && readCard(content.card)
    if (!card) throw new Error('a stored card is no card')
    return {
      ...{ platform, state, total, grade },
      rank: places.get(platform.id)?.rank ?? 0,
      sections: card.sections,
      increment: quantities(incrementSchema.parse(content.increment)),
      before: before.get(platform.id) ?? null,
    }
  })
  const facts = await factsOf(trx, results[0], contents)
  return { tier, period, rows, median: medianOf(results.map(({ total }) => total)), facts }
}

/** By the first result: a class has one rubric. A stored document has lost the order of its facts, a card has it. */
async function factsOf(trx: Trx, first: Result | undefined, contents: Contents): Promise<FactWords[]> {
  const card = first && readCard(contents.get(first.id)?.card ?? '')
  if (!first || !card) return []
  const { facts } = await rubricWordsOf(trx, first.rubricId, first.rubricVersion)
  const byName = new Map(facts.map((fact) => [fact.name, fact]))
  const read = new Set(card.nodes.flatMap((node) => Object.keys(node.facts)))
  return [...read].flatMap((name) => byName.get(name) ?? [])
}

function placesOf(results: readonly Result[]): Map<string, { rank: number; total: number }> {
  const ranks = ranksOf(results.map(({ total }) => total))
  return new Map(
    results.map(({ platform, total }, place) => [platform.id, { rank: ranks[place] ?? 0, total }]),
  )
}

/** Counts as they are, lists by their length; flags and marks are no quantity of work. */
function quantities(facts: z.infer<typeof incrementSchema>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'number') found.set(name, value)
    if (Array.isArray(value)) found.set(name, value.length)
  }
  return found
}
