/** Makes a one-time code for somebody to join with. */
import { Refusal, type FieldMessages, type Output, type ParsedInput } from '../../src/shared/contract'
import { addInvitation, allow, appendAudit, findPlatform, newInvitationCode, type Context } from '../backend'

const DAY_MS = 24 * 60 * 60 * 1000

type Input = ParsedInput<'session', 'invite'>

/** Staff and managers belong to a platform, reviewers to an area. */
function faults({ role, platformId, areaCode }: Input): FieldMessages | null {
  if (role === 'reviewer') {
    if (areaCode === null) return { areaCode: '请选择审核的地区' }
    return platformId === null ? null : { platformId: '审核人不属于平台' }
  }
  if (platformId === null) return { platformId: '请选择平台' }
  return areaCode === null ? null : { areaCode: '平台人员不填地区' }
}

export async function invite(context: Context, input: Input): Promise<Output<'session', 'invite'>> {
  const { trx, person, now } = context
  const fields = faults(input)
  if (fields) throw new Refusal('INVALID_INPUT', { fields })
  const platform = input.platformId === null ? null : await findPlatform(trx, input.platformId)
  // A platform that does not exist is nobody's but the province's, who is then told so.
  allow(context, 'session.invite', { platform })
  if (input.platformId !== null && !platform) throw new Refusal('NOT_FOUND')
  const code = newInvitationCode()
  const expiresAt = new Date(now.getTime() + input.days * DAY_MS)
  const id = await addInvitation(trx, code, input, { personId: person.id, now, expiresAt })
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'invite',
    platformId: input.platformId,
    subject: id,
    details: { role: input.role, areaCode: input.areaCode, expiresAt: expiresAt.toISOString() },
  })
  return { code, expiresAt: expiresAt.toISOString() }
}
