/** The self-assessment: the rubric's table with card and own points, and filing it. */
import { filingsContract, Refusal } from '../../src/shared/contract'
import {
  assessmentRows,
  differenceOf,
  ownPointsProblems,
  ownTotal,
  type OwnAssessment,
} from '../../src/shared/filings'
import { action } from '../backend'
import { readContent, readHistory } from '../backend/filings'
import { cardOfYear } from './card-of-year'
import { fileVersion } from './file-version'
import { statusOf } from './status'
import { ownSubject } from './subject'

const kind = 'self-assessment' as const

export const selfAssessment = action(
  filingsContract.selfAssessment,
  async (context, { platformId, year }) => {
    const { trx, now } = context
    const subject = await ownSubject(context, 'filings.selfAssessment', platformId)
    const { createdAt: _, ...platform } = subject
    const { rubric, card } = await cardOfYear(trx, subject, year, now)
    const key = { platformId: platform.id, kind, period: year }
    const history = await readHistory(trx, key)
    const newest = history.versions.at(-1)
    const content = newest ? await readContent(trx, key, newest.version) : null
    const filed = content?.kind === kind ? content.selfAssessment : null
    const own = new Map(filed?.rows.map((row) => [row.criterion, row]))
    return {
      platform,
      status: statusOf(key, history, now),
      rows: assessmentRows(rubric, card).map((row) => {
        const mine = own.get(row.criterion)
        return {
          ...row,
          own: mine?.own ?? null,
          note: mine?.note ?? '',
          difference: mine ? differenceOf(mine.own, row.card) : null,
        }
      }),
      cardTotal: card.total,
      ownTotal: filed?.ownTotal ?? null,
    }
  },
)

function pointsOf(rows: readonly OwnAssessment[]): Record<string, number> {
  const points = Object.fromEntries(rows.map(({ criterion, own }) => [criterion, own]))
  if (Object.keys(points).length < rows.length) {
    throw new Refusal('INVALID_INPUT', { fields: { rows: '有一项指标填了两次' } })
  }
  return points
}

export const fileSelfAssessment = action(filingsContract.fileSelfAssessment, async (context, input) => {
  const { trx, now } = context
  const subject = await ownSubject(context, 'filings.fileSelfAssessment', input.platformId)
  const { rubric, card } = await cardOfYear(trx, subject, input.year, now)
  const points = pointsOf(input.rows)
  const problems = ownPointsProblems(rubric, points)
  if (Object.keys(problems).length > 0) {
    const fields = Object.fromEntries(
      Object.entries(problems).map(([criterion, problem]) => [`rows.${criterion}`, problem]),
    )
    throw new Refusal('INVALID_INPUT', { fields })
  }
  const table = assessmentRows(rubric, card)
  const notes = new Map(input.rows.map(({ criterion, note }) => [criterion, note]))
  return fileVersion(context, {
    platformId: subject.id,
    period: input.year,
    content: {
      kind,
      selfAssessment: {
        rubric: { id: rubric.id, version: rubric.version },
        rows: table.map(({ criterion, title, section, max, card: counted }) => ({
          ...{ criterion, title, section, max },
          card: counted,
          own: points[criterion] ?? 0,
          note: notes.get(criterion) ?? '',
        })),
        ownTotal: ownTotal(table, points),
        cardTotal: card.total,
      },
    },
    replaces: input.replaces,
    reason: input.reason,
  })
})
