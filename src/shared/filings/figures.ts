/** The figures of a monthly report: those that the rubric takes from reports, since no record carries them. */
import type { Rubric } from '../rubric'
import { figureTooLarge, largestFigure } from './content'

export type ReportFigure = {
  name: string
  title: string
  unit: string
  /** What the rubric says counts, to stand beside the field. */
  note: string
  /** A whole number. */
  whole: boolean
  min: number
  max: number
  /** Some of it comes from records too, and the two are added: the report carries the rest alone. */
  alsoRecorded: boolean
}

/** In the order of the rubric's facts; a figure that several facts read is one field. */
export function figuresOf(rubric: Pick<Rubric, 'facts'>): ReportFigure[] {
  const figures = new Map<string, ReportFigure>()
  for (const [fact, declared] of Object.entries(rubric.facts)) {
    const names = declared.from.flatMap((source) =>
      source.record === 'figure' ? (source.where.name ?? [fact]) : [],
    )
    for (const name of names) {
      if (figures.has(name)) continue
      figures.set(name, {
        name,
        title: names.length === 1 ? declared.title : `${declared.title}(${name})`,
        unit: declared.unit,
        note: declared.note ?? '',
        whole: declared.type !== 'amount',
        min: declared.type === 'amount' ? Math.max(0, declared.min) : 0,
        max: declared.type === 'amount' ? declared.max : largestFigure,
        alsoRecorded: recordedFacts(rubric, name).length > 0,
      })
    }
  }
  return [...figures.values()]
}

/** The facts that add a figure to what records say: what stands in both counts twice (A14). */
export function recordedFacts({ facts }: Pick<Rubric, 'facts'>, figure: string): string[] {
  return Object.entries(facts).flatMap(([fact, { from }]) => {
    const reads = from.some(
      (source) => source.record === 'figure' && (source.where.name ?? [fact]).includes(figure),
    )
    return reads && from.some(({ record }) => record !== 'figure') ? [fact] : []
  })
}

/** What is wrong with the value of a figure, for a person; null when nothing is. */
export function figureProblem(figure: ReportFigure, value: number): string | null {
  if (!Number.isFinite(value)) return '请填写数字'
  if (figure.whole && !Number.isInteger(value)) return '请填写整数'
  if (value < figure.min) return `不能小于 ${figure.min}`
  if (value > largestFigure) return figureTooLarge
  return value > figure.max ? `不能大于 ${figure.max}` : null
}
