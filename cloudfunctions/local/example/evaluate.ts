/** Evaluates the months behind the example by the functions themselves, as the province's own person. */
import { z } from 'zod'
import { monthsOf, periodKind, spanOf } from '../../../src/shared/calendar'
import { failureSchema } from '../../../src/shared/contract'
import { HostFault } from '../fault'
import { callerVariables, type Functions } from '../functions'

export const HEAD_OPENID = 'preview-province'

/**
 * The periods that are over by the day: of the year before its months, quarters and itself, which are frozen, those
 * that end with it once its annual filings stand; of this year its months and quarters. In the order in which they ended.
 */
export function periodsBefore(
  asOf: string,
  years: readonly [string, string],
): { period: string; freeze: boolean }[] {
  const stands = asOf > `${years[1]}-01-10` ? years[1] : `${years[0]}-12-31`
  return years
    .flatMap((year) => [...monthsOf(year), ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`), year])
    .map((period) => ({ period, to: spanOf(period).to }))
    .filter(({ to }) => to < asOf)
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : rank(a.period) - rank(b.period)))
    .map(({ period, to }) => ({ period, freeze: period.startsWith(years[0]) && to < stands }))
}

const rank = (period: string) => ['month', 'quarter', 'year'].indexOf(periodKind(period))

/** Runs and freezes; what is frozen already stays as it is, so an interrupted start can go on. @throws HostFault */
export async function evaluatePeriods(
  functions: Functions,
  periods: readonly { period: string; freeze: boolean }[],
): Promise<void> {
  for (const { period, freeze } of periods) {
    while (!(await call(functions, 'run', period))) continue
    if (freeze) await call(functions, 'freeze', period)
  }
}

const cutShort = z.object({ data: z.object({ finished: z.literal(false) }) })

/** False if a run ran out of time and is to be gone on with. */
async function call(functions: Functions, action: 'run' | 'freeze', period: string): Promise<boolean> {
  const caller = callerVariables(HEAD_OPENID, '127.0.0.1')
  const text = await functions.invoke('evaluate', { action, input: { period } }, caller)
  const answer: unknown = JSON.parse(text)
  const failure = failureSchema.safeParse(answer)
  if (!failure.success) return !cutShort.safeParse(answer).success
  const { code, message } = failure.data.error
  throw new HostFault(
    `示例数据没有评完 (${action} ${period}: ${code} ${message}),再运行一次 npm start 会接着评`,
  )
}
