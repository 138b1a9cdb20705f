/** Joins a platform, or becomes the reviewer of an area, by a one-time code. */
import type { Me, ParsedInput } from '../../src/shared/contract'
import { isBlank } from '../../src/shared/records'
import {
  appendAudit,
  grantMembership,
  membershipsOf,
  redeemInvitation,
  renamePerson,
  type Context,
} from '../backend'
import { me } from './me'

export async function join(context: Context, input: ParsedInput<'session', 'join'>): Promise<Me> {
  const { trx, person, now } = context
  const invitation = await redeemInvitation(trx, input.code, { personId: person.id, now })
  const name = isBlank(input.name) ? person.name : input.name
  if (!invitation.again) {
    await grantMembership(trx, {
      personId: person.id,
      role: invitation.role,
      platformId: invitation.platformId,
      areaCode: invitation.areaCode,
      grantedBy: invitation.invitedBy,
      now,
    })
    await appendAudit(trx, {
      at: now,
      personId: person.id,
      action: 'join',
      platformId: invitation.platformId,
      subject: person.id,
      details: { invitation: invitation.id, role: invitation.role, areaCode: invitation.areaCode },
    })
  }
  if (name !== person.name) await renamePerson(trx, person.id, name)
  const memberships = await membershipsOf(trx, person.id)
  return me({ ...context, person: { id: person.id, name }, memberships })
}
