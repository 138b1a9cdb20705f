// What the score command prints: the result as one JSON object, and its help.
import { declaredSettings, rubricById, rubricDocument, rubricIds } from '../../../src/shared/rubric'
import type { Advice, Card } from '../../../src/shared/scoring'

/** The card as the score command prints it. */
export function resultJson(card: Card, advice: readonly Advice[]): string {
  const indicators = card.nodes.map(({ id, points, max, status, share, why, clause }) => [
    id,
    { points, max, status, share, why, clause },
  ])
  const sections = card.sections.map(({ id, points, max, weight, weighted }) => [
    id,
    { points, max, weight, weighted },
  ])
  return JSON.stringify(
    {
      rubric: card.rubric,
      version: card.version,
      settings: card.settings,
      indicators: Object.fromEntries(indicators),
      sections: Object.fromEntries(sections),
      total: card.total,
      open: card.open,
      grade: card.grade,
      warnings: card.warnings,
      advice,
    },
    null,
    2,
  )
}

export function helpText(): string {
  const lines = [
    'Scores one platform under a rubric and prints one JSON object.',
    '',
    '  npm run --silent score -- --rubric ID --facts FILE [--set NAME=VALUE]…',
    '',
    '  --rubric ID        one of the rubrics below',
    '  --facts FILE       facts as JSON; - reads standard input',
    '  --records FILE     an export of records (a JSON array) instead of facts',
    '  --set NAME=VALUE   overrides a setting of the rubric; repeatable',
    '  --help             this text',
  ]
  for (const id of rubricIds) {
    lines.push('', `${id}  ${rubricById(id).title}`)
    for (const [name, setting] of Object.entries(declaredSettings(rubricDocument(id)))) {
      lines.push(`  ${name}  ${setting.title} (${setting.question})`)
      for (const { value, title } of setting.values) {
        lines.push(`    ${value === setting.chosen ? '*' : ' '} ${value}  ${title}`)
      }
    }
  }
  return [...lines, '', '* = the default'].join('\n')
}
