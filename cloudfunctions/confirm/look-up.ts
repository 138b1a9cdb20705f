/** The enterprise of a credit code, so that nobody types a name that is known. Both are public in the national register. */
import { confirmContract } from '../../src/shared/contract'
import { action, findEnterprise } from '../backend'
import { limitPerson } from './limits'

export const lookUp = action(
  confirmContract.lookUp,
  async ({ trx }, { creditCode }) => ({ enterprise: await findEnterprise(trx, creditCode) }),
  { before: (call) => limitPerson(call, 'lookUp') },
)
