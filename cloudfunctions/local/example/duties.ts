/** What is stated, judged and filed for a platform in a year: targets, marks, monthly reports. */
import {
  addDays,
  daysBetween,
  monthlyReportDue,
  monthsOf,
  nextMonth,
  shanghaiDate,
  shanghaiInstant,
} from '../../../src/shared/calendar'
import { markedCriteria, rubricById } from '../../../src/shared/rubric'
import type { YearOf } from './activities'
import type { ExamplePerson } from './people'
import type { Random } from './random'
import { isWeekend } from './record-life'

export type ExampleStatement = {
  id: string
  platformId: string
  year: string
  name: 'registrationTarget' | 'localIndustrialEnterprises' | 'financingSubPlatform'
  value: number | boolean
  source: string
  statedBy: string
  statedAt: string
}
export type ExampleMark = {
  id: string
  platformId: string
  year: string
  criterion: string
  points: number
  reason: string
  judgeId: string
  markedAt: string
}
export type ExampleReport = {
  platformId: string
  month: string
  dueAt: string
  filedAt: string | null
  filedBy: string | null
  /** As filed; they count from the sign-off on. */
  figures: Record<string, number>
  signedOffAt: string | null
  signedOffBy: string | null
}

export function makeStatements(
  random: Random,
  { parties, year, habit, until }: YearOf,
  quantities: { enterprises: number; target: number },
  head: ExamplePerson,
): ExampleStatement[] {
  const state = (day: string, name: ExampleStatement['name'], value: number | boolean, source: string) => {
    const statedAt = shanghaiInstant(`${year}-${day}`, '10:00')
    const id = random.uuid(statedAt)
    return { id, platformId: parties.platformId, year, name, value, source, statedBy: head.id, statedAt }
  }
  return [
    state('01-10', 'registrationTarget', quantities.target, `${year} 年注册认证任务分解表(示例)`),
    state(
      '01-10',
      'localIndustrialEnterprises',
      quantities.enterprises,
      `${Number(year) - 1} 年末统计数(示例)`,
    ),
    state('03-15', 'financingSubPlatform', habit.subPlatform, '分平台建设情况核查(示例)'),
  ].filter((statement) => statement.statedAt <= until)
}

/** Each criterion is judged once, a quarter of them at the end of each quarter; coordination last. */
export function makeMarks(
  random: Random,
  { parties, year, habit, isCity, until }: YearOf,
  head: ExamplePerson,
): ExampleMark[] {
  const quarters = ['03-24', '06-24', '09-22', '12-22']
  const rubric = rubricById(isCity ? 'hunan-2023-city' : 'hunan-2023-county')
  const [, best] = habit.marks
  return markedCriteria(rubric)
    .map(({ criterion }, at, all): ExampleMark => {
      const day = at === all.length - 1 ? quarters[3] : quarters[at % quarters.length]
      const markedAt = shanghaiInstant(`${year}-${day}`, `10:${String(at).padStart(2, '0')}`)
      const extreme = random.next()
      let share = random.between(habit.marks)
      if (extreme > 0.9 && best > 0.7) share = 1
      if (extreme < 0.06 && best < 0.7) share = 0
      return {
        id: random.uuid(markedAt),
        platformId: parties.platformId,
        year,
        criterion: criterion.id,
        points: Math.round(criterion.max * share * 2) / 2,
        reason: '据现场查看和台账评定(示例)',
        judgeId: head.id,
        markedAt,
      }
    })
    .filter((mark) => mark.markedAt <= until)
}

/** A row for each month that is due or filed by then; a missing one is there without a time of filing. */
export function makeReports(
  random: Random,
  of: YearOf,
  target: number,
  filer: ExamplePerson,
  decider: ExamplePerson,
): ExampleReport[] {
  const { habit, year, until, parties } = of
  const months = monthsOf(year)
  const missing = new Set(random.sample(months, random.whole(...habit.missingReports)))
  const inFile = months.filter((month) => !missing.has(month))
  const late = new Set(random.sample(inFile, random.whole(...habit.lateReports)))
  const registered = shares(random, Math.round(target * random.between(habit.registrations)), inFile.length)
  return months
    .map((month): ExampleReport => {
      const dueAt = monthlyReportDue(month, [])
      const filedAt = missing.has(month) ? null : filingTime(random, month, late.has(month))
      const isFiled = filedAt !== null && filedAt <= until
      const registrations = registered[inFile.indexOf(month)] ?? 0
      const signedOffAt = isFiled ? signOffTime(random, filedAt, until) : null
      return {
        platformId: parties.platformId,
        month,
        dueAt,
        filedAt: isFiled ? filedAt : null,
        filedBy: isFiled ? filer.id : null,
        // All transactions of the example are records of their own, so that reports add none.
        figures: isFiled ? { registrations, onlineTransactions: 0 } : {},
        signedOffAt,
        signedOffBy: signedOffAt === null ? null : decider.id,
      }
    })
    .filter((report) => report.dueAt <= until || report.filedAt !== null)
}

function filingTime(random: Random, month: string, late: boolean): string {
  let day = `${nextMonth(month)}-${late ? String(random.whole(6, 19)).padStart(2, '0') : `0${random.whole(1, 4)}`}`
  // Who is late does not work on weekends either; who is in time would rather.
  while (late && isWeekend(day)) day = addDays(day, 1)
  return shanghaiInstant(
    day,
    `${random.pick(['09', '11', '16'])}:${String(random.whole(0, 59)).padStart(2, '0')}`,
  )
}

/** Within days; some of the latest ones still wait. */
function signOffTime(random: Random, filedAt: string, until: string): string | null {
  let day = addDays(shanghaiDate(filedAt), random.whole(1, 4))
  while (isWeekend(day)) day = addDays(day, 1)
  const at = shanghaiInstant(day, `14:${String(random.whole(0, 59)).padStart(2, '0')}`)
  const isRecent = daysBetween(shanghaiDate(filedAt), shanghaiDate(until)) < 25
  return at > until || (random.chance(0.35) && isRecent) ? null : at
}

/** A whole number cut into `count` parts of about the same size. */
function shares(random: Random, whole: number, count: number): number[] {
  const cuts = Array.from({ length: count }, (_, at) =>
    at === count - 1 ? whole : Math.round(((at + 1 + (random.next() - 0.5) * 0.6) / count) * whole),
  )
  return cuts.map((cut, at) => cut - (cuts[at - 1] ?? 0))
}
