// From facts to a card.
import {
  dividedBy,
  plus,
  times,
  toPoints,
  wholeUnits,
  type Points,
  type Rubric,
  type Values,
} from '../rubric'
import type { Card, CardNode, CardSection, CardWarning, Status } from './card'
import { compileRubric, type CompiledIndicator, type CompiledSection } from './compile'
import { decidedIn, type Facts } from './facts'
import { decidedEntry } from './decided'
import type { Entry } from './criterion'
import { groupNode } from './group'
import { gradeOf, type Cut } from './grade'

export interface ScoreOptions {
  /** Cut lines that the province has entered for this class and year; replace the rubric's own bands. */
  readonly cuts?: readonly Cut[]
}

const fine = 1e8
const nothing: readonly string[] = Object.freeze([])

/** What is collected while the card is written. */
interface Sheet {
  readonly facts: Facts
  readonly values: Values
  readonly nodes: CardNode[]
  /** How many nodes are in place. */
  written: number
  readonly open: string[]
  readonly warnings: CardWarning[]
  /** The total so far, in 1e-8 point: the parts that are whole, and apart from them those that do not end. */
  whole: number
  endless: Points
}

/** The whole units of the exact total so far. A node's part is what it adds to this, so that parts always add up. */
function totalOf(sheet: Sheet): number {
  return sheet.whole + wholeUnits(sheet.endless)
}

/** The card of checked facts (see `parseFacts`). Same facts, same bytes. */
export function score(rubric: Rubric, facts: Facts, options: ScoreOptions = {}): Card {
  const compiled = compileRubric(rubric)
  const values = compiled.values(facts)
  const nodes = compiled.blank.slice()
  const sheet: Sheet = { facts, values, nodes, written: 0, open: [], warnings: [], whole: 0, endless: 0 }
  const sections: CardSection[] = []
  for (const section of compiled.sections) sections.push(writeSection(sheet, section))
  const total = totalOf(sheet) / fine
  const { grade, gradeWhy } = gradeOf(compiled, values, total, sheet.open.length, options.cuts)
  return {
    rubric: rubric.id,
    version: rubric.version,
    settings: rubric.chosen,
    nodes,
    sections,
    total,
    max: 100,
    showTotal: rubric.showTotal,
    open: sheet.open,
    grade,
    gradeWhy,
    warnings: sheet.warnings,
  }
}

function writeSection(sheet: Sheet, section: CompiledSection): CardSection {
  const before = totalOf(sheet)
  const openBefore = sheet.open.length
  let points: Points = 0
  for (const indicator of section.indicators) {
    const own = writeIndicator(sheet, section, indicator)
    if (own !== null) points = plus(points, section.ownWeights ? times(own, indicator.weight) : own)
  }
  return {
    id: section.id,
    title: section.title,
    short: section.short,
    points: toPoints(section.ownWeights ? dividedBy(points, section.hundredths) : points),
    max: section.max,
    weight: section.weight,
    weighted: (totalOf(sheet) - before) / fine,
    open: openBefore === sheet.open.length ? nothing : sheet.open.slice(openBefore),
  }
}

/** Writes an indicator; its exact points, or null when nothing of it is counted. */
function writeIndicator(sheet: Sheet, section: CompiledSection, indicator: CompiledIndicator): Points | null {
  const { group } = indicator
  const { nodes } = sheet
  const place = sheet.written
  if (group) sheet.written += 1
  const before = group ? totalOf(sheet) : 0
  let whole = 0
  let endless: Points = 0
  let counted = 0
  let status: Status = 'counted'
  let terms = ''
  for (const criterion of indicator.criteria) {
    const computed = criterion.entries.of(sheet.values)
    const decision = computed.points === null ? decidedIn(sheet.facts, criterion.id) : undefined
    const entry = decision ? decidedEntry(computed, decision, indicator.weight) : computed
    nodes[sheet.written] = addToTotal(sheet, entry)
    sheet.written += 1
    if (group) terms = terms === '' ? entry.text : terms + entry.term
    if (entry.points === null) {
      sheet.open.push(criterion.id)
      if (status !== 'open') status = entry.status
      continue
    }
    counted += 1
    if (typeof entry.points === 'number') whole += entry.points
    else endless = plus(endless, entry.points)
    if (entry.warnings.length > 0) sheet.warnings.push(...entry.warnings)
  }
  const points = counted === 0 ? null : plus(endless, whole)
  if (group) {
    const share = (totalOf(sheet) - before) / fine
    nodes[place] = groupNode(group, section.id, points, status, share, terms)
  }
  return points
}

/** Adds an entry; its node, whose share is corrected where an endless fraction made the total step over a unit. */
function addToTotal(sheet: Sheet, entry: Entry): CardNode {
  if (typeof entry.weighted === 'number') {
    sheet.whole += entry.weighted
    return entry.node
  }
  const before = totalOf(sheet)
  sheet.endless = plus(sheet.endless, entry.weighted)
  const share = (totalOf(sheet) - before) / fine
  return share === entry.node.share ? entry.node : { ...entry.node, share }
}
