/** What rows are called that nobody gave a title. Pure. */
import { periodTitle } from '../../src/shared/calendar'
import { judgingBodyTitles, type CountableRecord } from '../../src/shared/records'
import { criteriaOf, type Rubric } from '../../src/shared/rubric'

/** `report/2023-04/registrations` and `duty/2023-04` name the month that they are about. */
const monthIn = (id: string) => periodTitle(/\d{4}-\d{2}/.exec(id)?.[0] ?? '')

/** The title and unit of the fact that takes a figure or statement of this name. */
function factNamed(rubric: Rubric, kind: 'figure' | 'statement', name: string) {
  const [found] = Object.entries(rubric.facts).filter(([fact, { from }]) =>
    from.some((source) => source.record === kind && (source.where.name ?? [fact]).includes(name)),
  )
  return found?.[1]
}

const valueText = (value: number | boolean, unit: string) =>
  typeof value === 'boolean' ? (value ? '是' : '否') : unit === '' ? String(value) : `${value} ${unit}`

/** A short Chinese title of a duty, figure, statement or mark. */
export function titleOfRow(rubric: Rubric, row: CountableRecord): string {
  switch (row.kind) {
    case 'obligation':
      return `${monthIn(row.id)}月报`
    case 'figure': {
      const fact = factNamed(rubric, 'figure', row.name)
      return `${monthIn(row.id)}月报:${fact?.title ?? row.name} ${valueText(row.value, fact?.unit ?? '')}`
    }
    case 'statement': {
      const fact = factNamed(rubric, 'statement', row.name)
      return `${fact?.title ?? row.name}:${valueText(row.value, fact?.unit ?? '')}`
    }
    case 'mark': {
      const title = criteriaOf(rubric).find(({ criterion }) => criterion.id === row.criterion)?.criterion
        .title
      const body = row.body ? `(${judgingBodyTitles[row.body]})` : ''
      return `${title ?? row.criterion}:评定 ${row.points} 分${body}`
    }
    case 'decision': {
      const title = criteriaOf(rubric).find(({ criterion }) => criterion.id === row.criterion)?.criterion
        .title
      const words = { 'not-applicable': '不适用', none: '收回认定' } as const
      const said = typeof row.decision === 'number' ? `${row.decision} 分` : words[row.decision]
      return `${title ?? row.criterion}：人工认定 ${said}`
    }
    default:
      return row.id
  }
}
