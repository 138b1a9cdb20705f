/** The results of a class and period, ranked, with what the period added and where each stood before. */
import { z } from 'zod'
import { periodBefore } from '../../src/shared/calendar'
import { factValueSchema, type Exclusion, type Platform } from '../../src/shared/contract'
import { readCard, type CardSection } from '../../src/shared/scoring'
import type { Trx } from '../backend'
import {
  isMedianTold,
  isRanked,
  listContents,
  listResults,
  medianOf,
  rankResults,
  rubricWordsOf,
  type Result,
  type FactWords,
} from '../backend/results'

export type ClassTier = 'city' | 'county'
export type Placed = {
  platform: Platform
  state: Result['state']
  /** Null for one that is left out of the year's evaluation (不再纳入评价). */
  rank: number | null
  total: number
  /** Why it is left out. */
  exclusion: Exclusion | null
  grade: string | null
  sections: readonly CardSection[]
  /** The facts of the period alone, as quantities; what is none is left out. */
  increment: ReadonlyMap<string, number>
  rankBefore: number | null
}
export type ClassResults = {
  tier: ClassTier
  period: string
  /** Best first, those left out at the end. */
  rows: Placed[]
  /** Of those that are ranked; null where it would give away a total that is not published. */
  median: number | null
  /** The facts that the class's rubric reads, in the order in which it does; none without results. */
  facts: FactWords[]
}

type Contents = Awaited<ReturnType<typeof listContents>>

const incrementSchema = z.record(z.string(), factValueSchema)

/** `sees`: may the caller see a result? What the period before says of another platform is not told unpublished (D36). */
export async function readClass(
  trx: Trx,
  tier: ClassTier,
  period: string,
  sees: (result: Result) => boolean,
): Promise<ClassResults> {
  const results = await listResults(trx, period, tier)
  const before = await listResults(trx, periodBefore(period), tier)
  const contents = await listContents(trx, period, tier)
  const ranks = rankResults(results)
  const ranksBefore = rankResults(before)
  const idBefore = new Map(before.filter(sees).map(({ id, platform }) => [platform.id, id]))
  const rows = results.map(({ id, platform, state, total, grade, exclusion }): Placed => {
    const content = contents.get(id)
    const card = content && readCard(content.card)
    if (!card) throw new Error('a stored card is no card')
    return {
      ...{ platform, state, total, grade, exclusion },
      rank: ranks.get(id) ?? null,
      sections: card.sections,
      increment: quantities(incrementSchema.parse(content.increment)),
      rankBefore: ranksBefore.get(idBefore.get(platform.id) ?? '') ?? null,
    }
  })
  const facts = await factsOf(trx, results[0], contents)
  const ranked = results.filter(isRanked)
  const told = results.every(sees) || isMedianTold(tier, ranked.length)
  const median = told ? medianOf(ranked.map(({ total }) => total)) : null
  // The order among those left out says nothing, and the sort keeps that of the ranked.
  rows.sort((a, b) => Number(a.rank === null) - Number(b.rank === null))
  return { tier, period, rows, median, facts }
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

/** Counts as they are, lists by their length; flags and marks are no quantity of work. */
function quantities(facts: z.infer<typeof incrementSchema>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'number') found.set(name, value)
    if (Array.isArray(value)) found.set(name, value.length)
  }
  return found
}
