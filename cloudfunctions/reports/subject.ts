/** Whose file it is. */
import { Refusal, type Platform } from '../../src/shared/contract'
import { allow, allows, findPlatform, type ActionId } from '../backend'
import { allPlatforms, isCountyOf } from '../backend/tallies'
import type { Reading } from './exporting'

/** The platform, if the caller may do the action to it. Refuses with NOT_ALLOWED or NOT_FOUND. */
export async function platformFor(reading: Reading, action: ActionId, platformId: string): Promise<Platform> {
  const platform = await findPlatform(reading.trx, platformId)
  allow(reading, action, { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  return platform
}

/**
 * The same for an annual filing: of a county also by the platform of its city, which sends it on and reads it
 * without the county's marks (D36).
 */
export async function filerFor(
  reading: Reading,
  action: ActionId,
  platformId: string,
): Promise<{ platform: Platform; withCard: boolean }> {
  const all = await allPlatforms(reading.trx)
  const platform = all.find(({ id }) => id === platformId)
  if (platform && allows(reading, action, { platform })) return { platform, withCard: true }
  const city = platform && all.find((each) => isCountyOf(platform, each))
  allow(reading, action, { platform: city ?? null })
  if (!platform) throw new Refusal('NOT_FOUND')
  return { platform, withCard: false }
}
