/** The rows that scoring reads of one platform and year of the example, made apart from the functions' own way. */
import { shanghaiDate } from '../../src/shared/calendar'
import { toCountable, type CountableRecord } from '../../src/shared/records'
import type { ExampleProvince } from '../../cloudfunctions/local/example'

export function countablesOf(
  example: ExampleProvince,
  platformId: string,
  year: string,
  counties: readonly string[] = [],
): CountableRecord[] {
  const own = <Item extends { platformId: string }>(items: Item[]) =>
    items.filter((item) => item.platformId === platformId)
  const until = `${year}-12-31`
  return [
    ...own(example.records).flatMap((record): CountableRecord[] => {
      const { payload } = record.revisions.at(-1)!
      const { state, approvedAttendances } = record
      return [toCountable(record.id, payload, { approved: state === 'approved', approvedAttendances })]
    }),
    ...own(example.reports).map((report) => ({
      kind: 'obligation' as const,
      id: `duty ${report.month}`,
      date: `${report.month}-28`,
      approved: report.dueAt <= `${example.asOf}T00:00:00Z`,
      late: report.filedAt === null || report.filedAt > report.dueAt,
    })),
    ...example.reports
      .filter((report) => report.platformId === platformId || counties.includes(report.platformId))
      .map((report) => ({
        kind: 'figure' as const,
        id: `figure ${report.platformId} ${report.month}`,
        date: `${report.month}-28`,
        approved: report.signedOffAt !== null,
        name: 'registrations',
        value: report.figures.registrations ?? 0,
      })),
    ...own(example.statements).map(({ id, name, value, statedAt }) => ({
      kind: 'statement' as const,
      ...{ id, name, value, approved: true, date: shanghaiDate(statedAt), at: statedAt },
    })),
    ...own(example.marks).map(({ id, criterion, points, judgeId, markedAt }) => ({
      kind: 'mark' as const,
      ...{
        id,
        criterion,
        points,
        judge: judgeId,
        approved: true,
        date: shanghaiDate(markedAt),
        at: markedAt,
      },
    })),
  ].filter((row) => row.date.startsWith(year) && row.date <= until)
}
