/** Whose file it is. */
import { Refusal, type Platform } from '../../src/shared/contract'
import { allow, findPlatform, type ActionId } from '../backend'
import type { Reading } from './exporting'

/** The platform, if the caller may do the action to it. Refuses with NOT_ALLOWED or NOT_FOUND. */
export async function platformFor(reading: Reading, action: ActionId, platformId: string): Promise<Platform> {
  const platform = await findPlatform(reading.trx, platformId)
  allow(reading, action, { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  return platform
}
