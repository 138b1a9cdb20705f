/** From tallies to an authoritative result. Pure: the same tallies give the same bytes. */
import { createHash } from 'node:crypto'
import { canonicalJson, CanonicalText } from '../../src/shared/records'
import { factsOf, score, type CardNode, type Cut, type Tally } from '../../src/shared/scoring'
import type { StoredRubric } from '../backend/tallies'

export type Computed = {
  /** Canonical JSON. */
  facts: string
  /** The facts of the period alone; canonical JSON. */
  increment: string
  /** Canonical JSON of the card. */
  card: string
  /** Exact, a whole number of 1e-8 point. */
  total: number
  grade: string | null
  /** The cut lines of the grade as canonical JSON; null without any. */
  cuts: string | null
  /** SHA-256 of what the card was made from: rubric, facts, and the cut lines where there are any. */
  digest: string
}

const nodeTexts = new WeakMap<CardNode, CanonicalText>()

/** Platforms share most of their nodes, the very objects (scoring/memo.ts): each is written out once. */
function textOf(node: CardNode): CanonicalText {
  const known = nodeTexts.get(node)
  if (known) return known
  const text = new CanonicalText(canonicalJson(node))
  nodeTexts.set(node, text)
  return text
}

/** `soFar` is the tally of the year up to the end of the period, `ofPeriod` that of the period alone. */
export function compute(
  stored: StoredRubric,
  soFar: Tally,
  ofPeriod: Tally,
  cuts: readonly Cut[] | null,
): Computed {
  const { rubric } = stored
  const facts = factsOf(rubric, soFar)
  const card = score(rubric, facts, { cuts: cuts ?? undefined })
  const text = canonicalJson(facts)
  const { id, version, digest: document } = stored
  const inputs = { id, version, document, facts: new CanonicalText(text), ...(cuts && { cuts }) }
  return {
    facts: text,
    increment: ofPeriod === soFar ? text : canonicalJson(factsOf(rubric, ofPeriod)),
    card: canonicalJson({ ...card, nodes: card.nodes.map(textOf) }),
    total: card.total,
    grade: card.grade,
    cuts: cuts && canonicalJson(cuts),
    digest: createHash('sha256').update(canonicalJson(inputs), 'utf8').digest('hex'),
  }
}
