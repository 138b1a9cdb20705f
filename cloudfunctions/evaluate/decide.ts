/** The province decides criteria that cannot be computed: no target, no local industrial enterprise (G10, D22). */
import { randomUUID } from 'node:crypto'
import { monthOf } from '../../src/shared/calendar'
import { evaluateContract, Refusal, type DecidableRow, type Tier } from '../../src/shared/contract'
import { criteriaOf, mayNeedDecision, type Criterion, type Rubric } from '../../src/shared/rubric'
import { readCard, type CardNode } from '../../src/shared/scoring'
import { action, allow, appendAudit, markMonthsChanged, type Trx } from '../backend'
import { listContents, listResults } from '../backend/results'
import { allPlatforms, dayOfStatement, outcomeOf } from '../backend/tallies'
import { rubricOfYear, subjectOf } from './subject'

/** The criteria that a person may have to decide; none where the document keeps no decisions. */
function decidable(rubric: Rubric): Criterion[] {
  const keeps = Object.values(rubric.facts).some(({ type }) => type === 'decisions')
  if (!keeps) return []
  return criteriaOf(rubric).flatMap(({ criterion }) => (mayNeedDecision(criterion.rule) ? [criterion] : []))
}

export const decide = action(evaluateContract.decide, async (context, input) => {
  const { platformId, year, criterion: id, outcome, reason, document } = input
  const { trx, now, person } = context
  const { platform, rubric } = await subjectOf(trx, platformId, year)
  allow(context, 'evaluate.decide', { platform })
  const criterion = decidable(rubric).find((each) => each.id === id)
  if (!criterion) throw new Refusal('INVALID_INPUT', { fields: { criterion: '这项指标不能由人工认定' } })
  if (typeof outcome === 'number' && outcome > criterion.max) {
    throw new Refusal('INVALID_INPUT', { fields: { outcome: `分值须在 0 到 ${criterion.max} 之间` } })
  }
  const [newest] = await readDecisions(trx, { tier: platform.tier, year, platformId, criterion: id })
  if (newest && newest.personId === person.id && isSame(newest, { outcome, reason, document })) {
    return { id: newest.id }
  }
  if (outcome === 'none' && (!newest || newest.outcome === 'none')) throw new Refusal('NOT_FOUND')

  const row = randomUUID()
  await trx
    .insertInto('criterion_decisions')
    .values({
      ...{ platform_id: platformId, id: row, year, criterion: id, reason, document },
      outcome: typeof outcome === 'number' ? 'points' : outcome,
      points: typeof outcome === 'number' ? outcome : null,
      ...{ decided_by: person.id, decided_at: now },
    })
    .execute()
  const day = dayOfStatement(rubric.period, year)
  if (day) await markMonthsChanged(trx, platformId, [monthOf(day)])
  await appendAudit(trx, {
    ...{ at: now, personId: person.id, action: 'evaluate.decide', platformId, subject: row, reason },
    details: { year, criterion: id, outcome, document },
  })
  return { id: row }
})

export const decisions = action(evaluateContract.decisions, async (context, { tier, year }) => {
  allow(context, 'evaluate.decisions', { platform: null })
  const { trx } = context
  const rubric = await rubricOfYear(trx, tier, year)
  const criteria = decidable(rubric)
  const made = await readDecisions(trx, { tier, year })
  const cards = await newestCards(trx, tier, year)
  const platforms = (await allPlatforms(trx)).filter((platform) => platform.tier === tier)
  const rows = platforms.flatMap(({ id, name, areaCode }) =>
    criteria.flatMap(({ id: criterion, title, max }): DecidableRow[] => {
      const own = made.filter((each) => each.platformId === id && each.criterion === criterion)
      const node = cards.get(id)?.find((each) => each.id === criterion)
      const waits = node !== undefined && node.status !== 'counted'
      if (!waits && own.length === 0) return []
      const decided = own.map(({ id: decision, outcome, reason, document, by, at }) => ({
        ...{ id: decision, outcome, reason, document, by },
        at: at.toISOString(),
      }))
      const platform = { id, name, tier, areaCode }
      return [{ platform, criterion, title, max, why: waits ? node.why : null, decisions: decided }]
    }),
  )
  return { rows: rows.sort((a, b) => Number(a.why === null) - Number(b.why === null)) }
})

type Stored = {
  platformId: string
  id: string
  criterion: string
  outcome: number | 'not-applicable' | 'none'
  reason: string
  document: string
  personId: string
  by: string
  at: Date
}

function isSame(stored: Stored, given: Pick<Stored, 'outcome' | 'reason' | 'document'>): boolean {
  return (
    stored.outcome === given.outcome && stored.reason === given.reason && stored.document === given.document
  )
}

type Wanted = { tier: Tier; year: string; platformId?: string; criterion?: string }

/** Newest first. */
async function readDecisions(trx: Trx, { tier, year, platformId, criterion }: Wanted): Promise<Stored[]> {
  let query = trx
    .selectFrom('criterion_decisions as made')
    .innerJoin('platforms', 'platforms.id', 'made.platform_id')
    .innerJoin('people', 'people.id', 'made.decided_by')
    .select(['made.platform_id as platformId', 'made.id', 'made.criterion', 'made.outcome', 'made.points'])
    .select(['made.reason', 'made.document', 'made.decided_by as personId', 'people.name as by'])
    .select('made.decided_at as at')
    .where('platforms.tier', '=', tier)
    .where('made.year', '=', year)
  if (platformId !== undefined) query = query.where('made.platform_id', '=', platformId)
  if (criterion !== undefined) query = query.where('made.criterion', '=', criterion)
  const rows = await query.orderBy('made.decided_at', 'desc').orderBy('made.id', 'desc').execute()
  return rows.map((row) => ({ ...row, outcome: outcomeOf(row) }))
}

/** What the newest card of the year says of each platform: of the year itself, else of its last month that has one. */
async function newestCards(trx: Trx, tier: Tier, year: string): Promise<Map<string, readonly CardNode[]>> {
  const { period } =
    (await trx
      .selectFrom('results')
      .select('period')
      .where('tier', '=', tier)
      .where('state', '!=', 'replaced')
      .where('period', 'like', `${year}%`)
      .orderBy('computed_at', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? {}
  if (period === undefined) return new Map()
  const contents = await listContents(trx, period, tier)
  const results = await listResults(trx, period, tier)
  return new Map(
    results.map(({ id, platform }) => [platform.id, readCard(contents.get(id)?.card ?? '')?.nodes ?? []]),
  )
}
