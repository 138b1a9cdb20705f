/** From facts to what is stored as a result. Pure: the same facts, rubric and cut lines give the same bytes. */
import { createHash } from 'node:crypto'
import { canonicalJson, CanonicalText } from '../../../src/shared/records'
import { score, type CardNode, type Cut, type Facts } from '../../../src/shared/scoring'
import type { StoredRubric } from '../tallies'

/** What a result says, and what it was made from. */
export type Scored = {
  /** Canonical JSON. */
  facts: string
  /** The cut lines of the grade as canonical JSON; null without any. */
  cuts: string | null
  /** Canonical JSON of the card. */
  card: string
  /** Exact, a whole number of 1e-8 point. */
  total: number
  grade: string | null
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

/** The result of facts under a rubric: what a run stores, and what `npm run recompute` compares with it. */
export function scoreFacts(stored: StoredRubric, facts: Facts, cuts: readonly Cut[] | null): Scored {
  const card = score(stored.rubric, facts, { cuts: cuts ?? undefined })
  const text = canonicalJson(facts)
  const { id, version, digest: document } = stored
  const inputs = { id, version, document, facts: new CanonicalText(text), ...(cuts && { cuts }) }
  return {
    facts: text,
    cuts: cuts && canonicalJson(cuts),
    card: canonicalJson({ ...card, nodes: card.nodes.map(textOf) }),
    total: card.total,
    grade: card.grade,
    digest: createHash('sha256').update(canonicalJson(inputs), 'utf8').digest('hex'),
  }
}
