/** Freezing a period: all of it or nothing, and for ever. Only a correction with a reason comes after. */
import { periodKind, shanghaiDate, spanOf, type DueDays } from '../../src/shared/calendar'
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { correctionUntil } from '../../src/shared/filings'
import { action, allow, appendAudit } from '../backend'
import { readDueDays } from '../backend/due-days'
import { freezeProvisional, listRuns, lockPeriod } from '../backend/results'
import { allPlatforms, basesOf, dueTimesIn, lastDayOf, type Basis } from '../backend/tallies'
import { behind } from './up-to-date'

/** The last duty that counts in the period falls due, and the annual filings may be corrected, until then (ISO); null where there is nothing of it. */
function openUntil(period: string, bases: readonly Basis[], days: DueDays): string | null {
  const rubrics = new Map(bases.map(({ rubric, months }) => [rubric, months]))
  const dues = [...rubrics].flatMap(([{ rubric }, months]) =>
    months.flatMap((month) => dueTimesIn(rubric.period, month, days)),
  )
  const corrections = periodKind(period) === 'year' ? correctionUntil('annual-summary', period) : null
  if (corrections !== null) dues.push(Date.parse(corrections))
  return dues.length === 0 ? null : new Date(Math.max(...dues)).toISOString()
}

export const freeze = action(evaluateContract.freeze, async (context, { period }) => {
  allow(context, 'evaluate.freeze', { platform: null })
  const { trx, now, person } = context
  if (spanOf(period).to >= shanghaiDate(now)) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这一期还没有结束,结束后才能冻结。' })
  }
  const known = await lockPeriod(trx, period)
  if (known.length === 0) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这一期还没有计算结果,请先计算再冻结。' })
  }
  const provisional = known.filter(({ state }) => state === 'provisional')
  if (provisional.length === 0) return { period, frozen: 0 }

  const all = await allPlatforms(trx)
  const bases = await basesOf(trx, all, all, lastDayOf(period))
  const until = openUntil(period, bases, await readDueDays(trx))
  if (until !== null && now.toISOString() < until) {
    // A due time is the end of a day: from the day on which it falls the period may be frozen.
    const message = `这一期还有报送没有到期,${shanghaiDate(until)} 起才能冻结。`
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  const [run] = await listRuns(trx, period, now, 1)
  if (run && run.state !== 'finished') {
    const message = '这一期的计算还没有完成,请继续计算到全部平台算完后再冻结。'
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  if (run && run.failed.length > 0) {
    const message = `上次计算有 ${run.failed.length} 个平台没有算成,请处理后重新计算再冻结。`
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  const state = await behind(trx, period, bases, now)
  // A platform that has joined since would never get a result.
  if (state.missing > 0) {
    const message = `还有 ${state.missing} 个平台没有计算结果,请重新计算后再冻结。`
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  if (state.cuts) {
    const message = '等级分数线在计算之后改过,请重新计算再冻结。'
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  // What has come in since a result was computed would never be counted: the timer leaves frozen periods alone.
  if (state.tallies) {
    const message = '计算之后又有记录、评定分或数据变动,请重新计算再冻结。'
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  const frozen = await freezeProvisional(trx, period, now)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.freeze',
    platformId: null,
    subject: period,
    fromState: 'provisional',
    toState: 'frozen',
    details: { results: frozen },
  })
  return { period, frozen }
})
