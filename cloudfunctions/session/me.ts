/** Who the caller is to the product. */
import type { Me } from '../../src/shared/contract'
import { enterpriseOf, type Context } from '../backend'

export async function me({ trx, person, memberships, now }: Context): Promise<Me> {
  return {
    personId: person.id,
    name: person.name,
    memberships,
    enterprise: await enterpriseOf(trx, person.id),
    serverTime: now.toISOString(),
  }
}
