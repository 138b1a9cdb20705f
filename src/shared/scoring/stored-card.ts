// A stored card comes as text: it is believed only if it has a card's form.
import { z } from 'zod'
import type { Card, CardNode } from './card'

const fact = z.union([
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.record(z.string(), z.number()),
])
const node = z.object({
  id: z.string(),
  title: z.string(),
  points: z.number().nullable(),
  max: z.number(),
  status: z.enum(['counted', 'open', 'not-scorable']),
  share: z.number(),
  section: z.string(),
  group: z.string().nullable(),
  isGroup: z.boolean(),
  facts: z.record(z.string(), fact),
  missing: z.array(z.string()),
  why: z.string(),
  clause: z.string(),
  rule: z.string(),
  label: z.string().nullable(),
})
const section = z.object({
  id: z.string(),
  title: z.string(),
  short: z.string(),
  points: z.number(),
  max: z.number(),
  weight: z.number(),
  weighted: z.number(),
  open: z.array(z.string()),
})
export const cardSchema: z.ZodType<Card> = z.object({
  rubric: z.string(),
  version: z.string(),
  settings: z.record(z.string(), z.string()),
  nodes: z.array(node),
  sections: z.array(section),
  total: z.number(),
  max: z.number(),
  showTotal: z.boolean(),
  open: z.array(z.string()),
  grade: z.string().nullable(),
  gradeWhy: z.string(),
  warnings: z.array(z.object({ criterion: z.string(), text: z.string() })),
})

/** Null when the text is no card that this version can read. */
export function readCard(text: string): Card | null {
  try {
    const card = cardSchema.safeParse(JSON.parse(text))
    return card.success ? card.data : null
  } catch {
    return null
  }
}

/** An indicator of a section: a group with its criteria, or a criterion alone. */
export type Branch = { node: CardNode; criteria: CardNode[] }

/** The indicators of a section in the order of the document. */
export function branchesOf(card: Card, sectionId: string): Branch[] {
  const branches: Branch[] = []
  for (const each of card.nodes) {
    if (each.section !== sectionId) continue
    if (each.group === null) branches.push({ node: each, criteria: [] })
    else branches.find((branch) => branch.node.id === each.group)?.criteria.push(each)
  }
  return branches
}
