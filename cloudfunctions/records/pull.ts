/** What has changed at a platform since the phone last asked. */
import type { Output, ParsedInput } from '../../src/shared/contract'
import { allow, findPlatform, latestChange, listChanges, UnreadableRecords, type Context } from '../backend'

export async function pull(
  context: Context,
  input: ParsedInput<'records', 'pull'>,
): Promise<Output<'records', 'pull'>> {
  const platform = await findPlatform(context.trx, input.platformId)
  allow(context, 'records.pull', { platform })
  const changes = await listChanges(context.trx, input.platformId, input.cursor)
  if (changes.unreadable > 0) context.report(new UnreadableRecords())
  return { ...changes, latest: await latestChange(context.trx, input.platformId) }
}
