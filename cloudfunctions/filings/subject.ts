/** Whose filing it is, and who may read it. */
import { spanOf } from '../../src/shared/calendar'
import { Refusal } from '../../src/shared/contract'
import { isAnnual, isPeriodOf, type FilingKind } from '../../src/shared/filings'
import { allow, allows, type ActionId, type Context, type Trx } from '../backend'
import {
  allPlatforms,
  isCountyOf,
  rubricInForce,
  type PlatformSince,
  type StoredRubric,
} from '../backend/tallies'

export async function findPlatformSince(trx: Trx, id: string): Promise<PlatformSince | null> {
  return (await allPlatforms(trx)).find((platform) => platform.id === id) ?? null
}

/** The platform, if the caller may do the action to it; refuses with NOT_ALLOWED or NOT_FOUND. */
export async function ownSubject(context: Context, action: ActionId, id: string): Promise<PlatformSince> {
  const platform = await findPlatformSince(context.trx, id)
  allow(context, action, { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  return platform
}

/** The same for reading a filing: a county's annual ones also by the platform of its city, which sends them on. */
export async function readableSubject(
  context: Context,
  action: ActionId,
  id: string,
  kind: FilingKind,
): Promise<PlatformSince> {
  const all = await allPlatforms(context.trx)
  const platform = all.find((each) => each.id === id)
  if (platform && allows(context, action, { platform })) return platform
  const city = platform && isAnnual(kind) ? all.find((each) => isCountyOf(platform, each)) : undefined
  allow(context, action, { platform: city ?? null })
  if (!platform) throw new Refusal('NOT_FOUND')
  return platform
}

/** Refuses with INVALID_INPUT unless the period is one that this kind of filing has. */
export function checkPeriod(kind: FilingKind, period: string): void {
  if (!isPeriodOf(kind, period)) throw new Refusal('INVALID_INPUT', { fields: { period: '时期不对' } })
}

/** The rubric of a platform's tier for a period; refuses with PERIOD_NOT_COVERED. */
export async function rubricOf(
  trx: Trx,
  { tier }: Pick<PlatformSince, 'tier'>,
  period: string,
): Promise<StoredRubric> {
  const { from, to } = spanOf(period)
  const stored = await rubricInForce(trx, tier, from, to)
  if (!stored) throw new Refusal('PERIOD_NOT_COVERED')
  return stored
}
