// From facts to a card.
import {
  dividedBy,
  plus,
  pointsText,
  times,
  toPoints,
  wholeUnits,
  type Group,
  type Points,
  type Rubric,
  type Values,
} from '../rubric'
import type { Card, CardNode, CardSection, CardWarning, Status } from './card'
import { compileRubric, type CompiledIndicator, type CompiledSection } from './compile'
import type { Facts, FactValue } from './facts'
import type { Entry } from './criterion'
import { gradeOf, type Cut } from './grade'

export interface ScoreOptions {
  /** Cut lines that the province has entered for this class and year; replace the rubric's own bands. */
  readonly cuts?: readonly Cut[]
}

const fine = 1e8
const noFacts: Readonly<Record<string, FactValue>> = Object.freeze({})
const nothing: readonly string[] = Object.freeze([])

/** Holds the place of a group until its criteria are written. */
const toCome: CardNode = groupNode({ id: '', title: '', max: 0 }, '', null, 'open', 0, '')

/** What is collected while the card is written. */
interface Sheet {
  readonly values: Values
  readonly nodes: CardNode[]
  readonly open: string[]
  readonly warnings: CardWarning[]
  /** The exact total so far, in 1e-8 point. A part is what it adds to the whole units of this. */
  total: Points
}

/** The card of checked facts (see `parseFacts`). Same facts, same bytes. */
export function score(rubric: Rubric, facts: Facts, options: ScoreOptions = {}): Card {
  const compiled = compileRubric(rubric)
  const values = compiled.values(facts)
  const sheet: Sheet = { values, nodes: [], open: [], warnings: [], total: 0 }
  const sections: CardSection[] = []
  for (const section of compiled.sections) sections.push(writeSection(sheet, section))
  const total = wholeUnits(sheet.total) / fine
  const { grade, gradeWhy } = gradeOf(compiled, values, total, sheet.open.length, options.cuts)
  return {
    rubric: rubric.id,
    version: rubric.version,
    settings: rubric.chosen,
    nodes: sheet.nodes,
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
  const before = wholeUnits(sheet.total)
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
    weighted: (wholeUnits(sheet.total) - before) / fine,
    open: openBefore === sheet.open.length ? nothing : sheet.open.slice(openBefore),
  }
}

/** Writes an indicator; its exact points, or null when nothing of it is counted. */
function writeIndicator(sheet: Sheet, section: CompiledSection, indicator: CompiledIndicator): Points | null {
  const { group } = indicator
  const { nodes } = sheet
  const place = nodes.length
  if (group) nodes.push(toCome)
  const before = wholeUnits(sheet.total)
  let points: Points | null = null
  let status: Status = 'counted'
  let terms = ''
  for (const criterion of indicator.criteria) {
    const entry = criterion.entry(sheet.values)
    nodes.push(addToTotal(sheet, entry))
    if (group) terms = terms === '' ? entry.text : `${terms} + ${entry.text}`
    if (entry.points === null) {
      sheet.open.push(criterion.id)
      if (status !== 'open') status = entry.status
    } else {
      points = points === null ? entry.points : plus(points, entry.points)
      if (entry.warnings.length > 0) sheet.warnings.push(...entry.warnings)
    }
  }
  if (group) {
    const share = (wholeUnits(sheet.total) - before) / fine
    nodes[place] = groupNode(group, section.id, points, status, share, terms)
  }
  return points
}

/** Adds an entry; its node, whose share is corrected where an endless fraction made the total step over a unit. */
function addToTotal(sheet: Sheet, entry: Entry): CardNode {
  if (typeof entry.weighted === 'number') {
    sheet.total = plus(sheet.total, entry.weighted)
    return entry.node
  }
  const before = wholeUnits(sheet.total)
  sheet.total = plus(sheet.total, entry.weighted)
  return { ...entry.node, share: (wholeUnits(sheet.total) - before) / fine }
}

function groupNode(
  group: Pick<Group, 'id' | 'title' | 'max'>,
  section: string,
  points: Points | null,
  status: Status,
  share: number,
  terms: string,
): CardNode {
  return {
    id: group.id,
    title: group.title,
    points: points === null ? null : toPoints(points),
    max: group.max,
    status,
    share,
    section,
    group: null,
    isGroup: true,
    facts: noFacts,
    missing: nothing,
    why: points === null ? terms : `${terms} = ${pointsText(points)}`,
    clause: '',
    rule: '',
    label: null,
  }
}
