/** Standing for an enterprise: the code to show, leaving it, and approving colleagues. */
import { Refusal, type Me, type Output, type ParsedInput } from '../../src/shared/contract'
import { limits } from '../../src/shared/records'
import {
  appendAudit,
  confirmPerson,
  enterpriseOf,
  hashPersonCode,
  keepPersonCode,
  listUnconfirmed,
  newPersonCode,
  unbindPerson,
  type Context,
} from '../backend'
import { me } from './me'

/** Long enough to walk to the table where staff scan. */
const CODE_LIFETIME_MS = 10 * 60_000

export async function enterpriseCode(context: Context): Promise<Output<'session', 'enterpriseCode'>> {
  const { trx, person, now } = context
  const enterprise = await enterpriseOf(trx, person.id)
  if (!enterprise) throw new Refusal('ENTERPRISE_REQUIRED')
  const { creditCode } = enterprise
  const code = newPersonCode()
  const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS)
  const kept = { personId: person.id, creditCode, createdAt: now, expiresAt }
  await keepPersonCode(trx, hashPersonCode(code), kept)
  return { code, expiresAt: expiresAt.toISOString() }
}

export async function unbindEnterprise(context: Context): Promise<Me> {
  const { trx, person, now } = context
  const from = await unbindPerson(trx, person.id)
  if (from !== null) {
    await appendAudit(trx, {
      at: now,
      personId: person.id,
      action: 'unbindEnterprise',
      platformId: null,
      subject: person.id,
      details: { from },
    })
  }
  return me(context)
}

export async function enterprisePeople(context: Context): Promise<Output<'session', 'enterprisePeople'>> {
  const { trx, person } = context
  const enterprise = await enterpriseOf(trx, person.id)
  if (!enterprise?.confirmed) return { people: [] }
  const people = await listUnconfirmed(trx, enterprise.creditCode, limits.page)
  return { people: people.map((each) => ({ ...each, boundAt: each.boundAt.toISOString() })) }
}

export async function approvePerson(
  { trx, person, now }: Context,
  { personId }: ParsedInput<'session', 'approvePerson'>,
): Promise<Output<'session', 'approvePerson'>> {
  const own = await enterpriseOf(trx, person.id)
  if (!own?.confirmed || personId === person.id) throw new Refusal('NOT_ALLOWED')
  const { creditCode } = own
  const theirs = await enterpriseOf(trx, personId)
  // Of another enterprise, or nobody: told alike, so that nobody learns who stands for what.
  if (theirs?.creditCode !== creditCode) throw new Refusal('NOT_FOUND')
  const by = { by: person.id, platformId: null, now }
  return { approved: await confirmPerson(trx, { personId, creditCode, how: 'colleague', ...by }) }
}
