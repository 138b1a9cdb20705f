/** The cut lines of grades: nobody has any until the province enters them (D2). */
import { filingsContract, Refusal, type ParsedInput } from '../../src/shared/contract'
import { action, allow, appendAudit } from '../backend'
import { addGradeCuts, listGradeCuts, repeatedGradeCuts } from '../backend/filings'

export const cuts = action(filingsContract.cuts, async (context, { year }) => {
  return { cuts: await listGradeCuts(context.trx, year) }
})

function check({ cuts: bands }: ParsedInput<'filings', 'setCuts'>): void {
  const problem =
    new Set(bands.map(({ grade }) => grade)).size < bands.length
      ? '等级不能重复'
      : new Set(bands.map(({ from }) => from)).size < bands.length
        ? '分数线不能重复'
        : bands.length > 0 && !bands.some(({ from }) => from === 0)
          ? '最低一等从 0 分起'
          : null
  if (problem !== null) throw new Refusal('INVALID_INPUT', { fields: { cuts: problem } })
}

export const setCuts = action(filingsContract.setCuts, async (context, input) => {
  allow(context, 'filings.setCuts', { platform: null })
  check(input)
  const { trx, now, person } = context
  const { year, tier, reason, replaces } = input
  const before = (await listGradeCuts(trx, year)).find((each) => each.tier === tier)
  const version = replaces + 1
  const ascending = [...input.cuts].sort((a, b) => a.from - b.from)
  const set = { year, tier, version, cuts: ascending, reason, by: person.id, at: now }
  if ((before?.version ?? 0) !== replaces || !(await addGradeCuts(trx, set))) {
    const repeated = await repeatedGradeCuts(trx, set)
    if (repeated) return repeated
    throw new Refusal('REVISION_CONFLICT', { message: '分数线刚被改过,请看过后再改。' })
  }
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'filings.setCuts',
    platformId: null,
    subject: `${year}/${tier}`,
    revision: version,
    reason,
    details: { from: before?.cuts ?? [], to: ascending },
  })
  return { year, tier, version, cuts: ascending, reason, by: person.name, at: now.toISOString() }
})
