/** What has changed at a platform since the phone last asked. */
import type { Output, ParsedInput } from '../../src/shared/contract'
import { allow, findPlatform, listChanges, type Context } from '../backend'

export async function pull(
  context: Context,
  input: ParsedInput<'records', 'pull'>,
): Promise<Output<'records', 'pull'>> {
  const platform = await findPlatform(context.trx, input.platformId)
  allow(context, 'records.pull', { platform })
  return listChanges(context.trx, input.platformId, input.cursor)
}
