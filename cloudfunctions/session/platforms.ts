/** The platforms that the caller may see, for pickers; none for somebody without a membership. */
import type { Output } from '../../src/shared/contract'
import { listPlatforms, scopeOf, type Context } from '../backend'

export async function platforms(context: Context): Promise<Output<'session', 'platforms'>> {
  return { platforms: await listPlatforms(context.trx, scopeOf(context, 'session.platforms')) }
}
