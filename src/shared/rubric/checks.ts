// What a rubric must satisfy beyond its shape: sums, ids, facts in use, and rules that reach their maximum.
import { ownEntry } from '../own'
import { RubricError } from './error'
import { toUnits } from './points'
import { compileRule, mayNeedDecision } from './rules'
import { compileVeto } from './rules/veto'
import type { Criterion, Group, Rubric, Section } from './schema'
import { choices } from './settings'
import { Slots } from './slots'
import { criteriaOf, isGroup, markedCriteria } from './tree'

const hundredths = (weight: number) => Math.round(weight * 100)
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** @throws RubricError naming the first fault. `document` is what the rubric was made from, with all its choices. */
export function checkRubric(rubric: Omit<Rubric, 'chosen'>, document: unknown): void {
  if (rubric.period.to < rubric.period.from) throw new RubricError('period', 'ends before it starts')
  checkChoices(rubric, document)
  checkIds(rubric)
  const weights = sumOf(rubric.sections.map((section) => hundredths(section.weight)))
  if (weights !== 100) throw new RubricError('sections', `weights add up to ${weights / 100}, not 1`)
  rubric.sections.forEach((section, at) => checkSection(section, `sections[${at}]`))
  checkGrades(rubric)
  checkRules(rubric)
  checkFactsUsed(rubric, document)
}

/** A choice without a branch for every value would fail only on the day that the value is chosen. */
function checkChoices(rubric: Omit<Rubric, 'chosen'>, document: unknown): void {
  const made = choices(document)
  for (const choice of made) {
    const setting = ownEntry(rubric.settings, choice.setting)
    if (!setting) throw new RubricError(choice.path, `unknown setting “${choice.setting}”`)
    const known = setting.values.map((each) => each.value)
    const missing = known.find((value) => !choice.values.includes(value))
    if (missing !== undefined)
      throw new RubricError(choice.path, `no branch for ${choice.setting}=${missing}`)
    const extra = choice.values.find((value) => !known.includes(value))
    if (extra !== undefined)
      throw new RubricError(choice.path, `“${extra}” is not a value of ${choice.setting}`)
  }
  for (const [name, { values }] of Object.entries(rubric.settings)) {
    if (!made.some((choice) => choice.setting === name))
      throw new RubricError(`settings.${name}`, 'nothing depends on it')
    if (new Set(values.map((each) => each.value)).size < values.length)
      throw new RubricError(`settings.${name}.values`, 'a value stands twice')
  }
}

function checkIds(rubric: Omit<Rubric, 'chosen'>): void {
  const seen = new Set<string>()
  const claim = (id: string, parent: string, path: string) => {
    if (seen.has(id)) throw new RubricError(`${path}.id`, `duplicate id “${id}”`)
    if (parent !== '' && !id.startsWith(`${parent}/`))
      throw new RubricError(`${path}.id`, `“${id}” is not below “${parent}”`)
    seen.add(id)
  }
  rubric.sections.forEach((section, s) => {
    claim(section.id, '', `sections[${s}]`)
    section.indicators.forEach((node, i) => {
      const path = `sections[${s}].indicators[${i}]`
      claim(node.id, section.id, path)
      if (isGroup(node))
        node.criteria.forEach((criterion, c) => claim(criterion.id, node.id, `${path}.criteria[${c}]`))
    })
  })
}

function checkSection(section: Section, path: string): void {
  const { indicators } = section
  indicators.forEach((node, at) => {
    if (isGroup(node)) checkMaxima(node.criteria, node.max, `${path}.indicators[${at}]`)
  })
  const weighted = indicators.filter((node) => node.weight !== undefined)
  if (weighted.length > 0) {
    if (weighted.length < indicators.length)
      throw new RubricError(path, 'only some of its indicators bear a weight')
    const sum = sumOf(weighted.map((node) => hundredths(node.weight ?? 0)))
    if (sum !== hundredths(section.weight)) {
      throw new RubricError(path, `weights of its indicators add up to ${sum / 100}, not ${section.weight}`)
    }
    const other = indicators.findIndex((node) => node.max !== section.max)
    if (other >= 0)
      throw new RubricError(`${path}.indicators[${other}].max`, `not ${section.max}, as its section`)
  } else checkMaxima(indicators, section.max, path)
}

function checkMaxima(children: readonly (Criterion | Group)[], max: number, path: string): void {
  const sum = sumOf(children.map((child) => toUnits(child.max)))
  if (sum !== toUnits(max)) throw new RubricError(path, `maxima below it add up to ${sum / 1e6}, not ${max}`)
}

function checkGrades(rubric: Omit<Rubric, 'chosen'>): void {
  const bands = rubric.grades?.bands ?? []
  bands.forEach((band, at) => {
    const before = bands[at - 1]
    const path = `grades.bands[${at}].from`
    if (!before && band.from !== 0) throw new RubricError(path, `gap: no grade below ${band.from}`)
    if (before && band.from <= before.from) throw new RubricError(path, 'not above the band before it')
  })
  const grades = bands.map((band) => band.grade)
  if (new Set(grades).size < grades.length) throw new RubricError('grades.bands', 'a grade stands twice')
  rubric.vetoes.forEach(({ grade }, at) => {
    if (bands.length > 0 && !grades.includes(grade))
      throw new RubricError(`vetoes[${at}].grade`, `“${grade}” is no band`)
  })
}

function checkRules(rubric: Omit<Rubric, 'chosen'>): void {
  const slots = new Slots(
    rubric.facts,
    markedCriteria(rubric).map(({ criterion }) => criterion.id),
  )
  for (const { criterion, path } of criteriaOf(rubric)) {
    const rule = compileRule(criterion.rule, { slots, path: `${path}.rule`, criterion: criterion.id })
    if (criterion.rule.kind === 'marked' && criterion.rule.max > criterion.max)
      throw new RubricError(`${path}.rule.max`, `above the ${criterion.max} of its criterion`)
    if (rule.most < toUnits(criterion.max)) {
      throw new RubricError(
        `${path}.max`,
        `its rule gives at most ${rule.most / 1e6}, never ${criterion.max}`,
      )
    }
  }
  rubric.vetoes.forEach((veto, at) => compileVeto(veto, slots, `vetoes[${at}]`))
}

/** A fact counts as used when any reading uses it, so that a setting does not change which facts there are. */
function checkFactsUsed(rubric: Omit<Rubric, 'chosen'>, document: unknown): void {
  const words = new Set<string>()
  const collect = (node: unknown): void => {
    if (typeof node === 'string') words.add(node)
    else if (Array.isArray(node)) node.forEach(collect)
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(collect)
  }
  if (typeof document === 'object' && document !== null) {
    for (const [key, value] of Object.entries(document))
      if (key === 'sections' || key === 'vetoes') collect(value)
  }
  const marked = markedCriteria(rubric).length > 0
  const undecidable = criteriaOf(rubric).some(({ criterion }) => mayNeedDecision(criterion.rule))
  for (const [name, fact] of Object.entries(rubric.facts)) {
    const used = fact.type === 'marks' ? marked : fact.type === 'decisions' ? undecidable : words.has(name)
    if (!used) throw new RubricError(`facts.${name}`, 'no criterion uses it')
  }
}
