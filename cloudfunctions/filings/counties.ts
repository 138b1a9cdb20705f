/** The counties of a city: their annual filings, which the city's platform collects and sends on (汇总报送). */
import { filingsContract, Refusal } from '../../src/shared/contract'
import { isAnnual } from '../../src/shared/filings'
import { action, appendAudit, takeChanges } from '../backend'
import { addForward, readHistories, readHistory } from '../backend/filings'
import { allPlatforms, isCountyOf } from '../backend/tallies'
import { keysOf, rubricOfYear } from './due'
import { statusOf } from './status'
import { findPlatformSince, ownSubject } from './subject'

export const counties = action(filingsContract.counties, async (context, { platformId, year }) => {
  const { trx, now } = context
  const city = await ownSubject(context, 'filings.counties', platformId)
  const own = (await allPlatforms(trx)).filter((platform) => isCountyOf(platform, city))
  const histories = await readHistories(
    trx,
    own.map(({ id }) => id),
    [year],
  )
  const rubric = await rubricOfYear(trx, 'county', year)
  return {
    rows: own.map(({ createdAt, ...platform }) => ({
      platform,
      filings: keysOf(rubric, { id: platform.id, createdAt }, year, now)
        .filter(({ kind }) => isAnnual(kind))
        .map((key) => statusOf(key, histories(key), now)),
    })),
  }
})

export const forward = action(filingsContract.forward, async (context, input) => {
  const { trx, now, person } = context
  const city = await ownSubject(context, 'filings.forward', input.platformId)
  const county = await findPlatformSince(trx, input.countyId)
  if (!county || !isCountyOf(county, city)) throw new Refusal('NOT_FOUND')
  const key = { platformId: county.id, kind: input.kind, period: input.year }
  await takeChanges(trx, county.id, 0)
  const before = await readHistory(trx, key)
  const status = statusOf(key, before, now)
  if (status.version === 0) throw new Refusal('NOT_FOUND', { message: '这一期还没有报送。' })
  if (status.version !== input.version) {
    throw new Refusal('REVISION_CONFLICT', { message: '这一期刚有新的报送,请看过新的内容再报送。' })
  }
  if (status.forwardedAt !== null) return status
  if (status.state !== 'approved') {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '要先由县市区工信部门审定,才能汇总报送。' })
  }
  await addForward(trx, key, { version: status.version, throughPlatformId: city.id, by: person.id, at: now })
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'filings.forward',
    platformId: county.id,
    subject: `${county.id}/${input.kind}/${input.year}`,
    revision: status.version,
    details: { through: city.id },
  })
  return statusOf(key, await readHistory(trx, key), now)
})
