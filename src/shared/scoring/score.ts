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
import { compileRubric, type CompiledIndicator, type CompiledRubric, type CompiledSection } from './compile'
import { missingFacts, missingTitles, type CompiledCriterion } from './criterion'
import type { Facts, FactValue } from './facts'
import { gradeOf, type Cut } from './grade'

export interface ScoreOptions {
  /** Cut lines that the province has entered for this class and year; replace the rubric's own bands. */
  readonly cuts?: readonly Cut[]
}

const fine = 1e8
const noFacts: Readonly<Record<string, FactValue>> = {}
const nothing: readonly string[] = []

/** What is collected while the card is written. */
interface Sheet {
  readonly compiled: CompiledRubric
  readonly facts: Facts
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
  const sheet: Sheet = { compiled, facts, values, nodes: [], open: [], warnings: [], total: 0 }
  const sections = compiled.sections.map((section) => writeSection(sheet, section))
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
    const own = indicator.group ? writeGroup(sheet, indicator) : writeCriteria(sheet, indicator)
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

function writeGroup(sheet: Sheet, indicator: CompiledIndicator): Points | null {
  const { group } = indicator
  if (!group) return null
  const before = wholeUnits(sheet.total)
  const place = sheet.nodes.length
  const points = writeCriteria(sheet, indicator)
  const children = sheet.nodes.slice(place)
  const status = worst(children)
  sheet.nodes.splice(place, 0, {
    id: group.id,
    title: group.title,
    points: points === null ? null : toPoints(points),
    max: group.max,
    status,
    share: (wholeUnits(sheet.total) - before) / fine,
    section: children[0]?.section ?? '',
    group: null,
    isGroup: true,
    facts: noFacts,
    missing: nothing,
    why: groupWhy(children, points),
    clause: '',
    rule: '',
    label: null,
  })
  return points
}

function worst(nodes: readonly CardNode[]): Status {
  let status: Status = 'counted'
  for (const node of nodes) {
    if (node.status === 'open') return 'open'
    if (node.status === 'not-scorable') status = 'not-scorable'
  }
  return status
}

function groupWhy(children: readonly CardNode[], points: Points | null): string {
  let terms = ''
  for (const child of children)
    terms += (terms === '' ? '' : ' + ') + (child.points === null ? '待补' : child.points)
  return points === null ? terms : `${terms} = ${toPoints(points)}`
}

/** Writes the criteria of an indicator; their points together, or null when none is counted. */
function writeCriteria(sheet: Sheet, indicator: CompiledIndicator): Points | null {
  let sum: Points | null = null
  for (const criterion of indicator.criteria) {
    const points = writeCriterion(sheet, criterion, indicator.weight)
    if (points !== null) sum = sum === null ? points : plus(sum, points)
  }
  return sum
}

function writeCriterion(sheet: Sheet, criterion: CompiledCriterion, weight: number): Points | null {
  const { values } = sheet
  const { status, points } = criterion.run(values)
  const { rule } = criterion
  const before = wholeUnits(sheet.total)
  const isOpen = status === 'open'
  if (points === null) sheet.open.push(criterion.id)
  else {
    sheet.total = plus(sheet.total, times(points, weight))
    if (rule.warnings) {
      for (const text of rule.warnings(values)) sheet.warnings.push({ criterion: criterion.id, text })
    }
  }
  sheet.nodes.push({
    id: criterion.id,
    title: criterion.title,
    points: points === null ? null : toPoints(points),
    max: criterion.max,
    status,
    share: (wholeUnits(sheet.total) - before) / fine,
    section: criterion.section,
    group: criterion.group,
    isGroup: false,
    facts: criterion.facts(sheet.facts),
    missing: isOpen ? missingFacts(criterion, values) : nothing,
    why: isOpen ? `待补:${missingTitles(criterion, values)}` : rule.why(values),
    clause: criterion.clause,
    rule: criterion.ruleText,
    label: isOpen ? null : (rule.label?.(values) ?? null),
  })
  return points
}
