/** Who the caller is to the product. */
import type { Me } from '../../src/shared/contract'
import { enterpriseOf, type Context } from '../backend'

export async function me({ trx, person, memberships, now }: Context): Promise<Me> {
  const enterprise = await enterpriseOf(trx, person.id)
  return {
    personId: person.id,
    name: person.name,
    memberships,
    enterprise,
    enterpriseConfirmed: enterprise?.confirmed ?? false,
    serverTime: now.toISOString(),
  }
}
