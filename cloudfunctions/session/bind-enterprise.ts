/** The caller stands for an enterprise from now on; earlier confirmations stay with the earlier one. */
import type { Me, ParsedInput } from '../../src/shared/contract'
import {
  appendAudit,
  bindPerson,
  enterpriseOf,
  grantMembership,
  membershipsOf,
  registerEnterprise,
  type Context,
} from '../backend'
import { me } from './me'

export async function bindEnterprise(
  context: Context,
  input: ParsedInput<'session', 'bindEnterprise'>,
): Promise<Me> {
  const { trx, person, now } = context
  const before = await enterpriseOf(trx, person.id)
  const enterprise = await registerEnterprise(trx, input, now)
  if (before?.creditCode !== enterprise.creditCode) {
    await bindPerson(trx, person.id, enterprise.creditCode, now)
    await grantMembership(trx, {
      personId: person.id,
      role: 'enterprise',
      platformId: null,
      areaCode: null,
      grantedBy: null,
      now,
    })
    await appendAudit(trx, {
      at: now,
      personId: person.id,
      action: 'bindEnterprise',
      platformId: null,
      subject: person.id,
      details: { from: before?.creditCode ?? null, to: enterprise.creditCode },
    })
  }
  return me({ ...context, memberships: await membershipsOf(trx, person.id) })
}
