/** Revoking codes of an activity, and the refused attempts that its staff and reviewers see. */
import { randomUUID } from 'node:crypto'
import { confirmWorld } from './confirming'
import { record } from './harness'

const { database, clock, as, records } = confirmWorld()

async function heldActivity() {
  const pushed = record()
  await records('阿丽').call('push', { records: [pushed] })
  const issue = async (kind: 'poster' | 'rotating') =>
    (await as('阿丽').call('issueCode', { activityId: pushed.id, kind })).token
  return { id: pushed.id, issue }
}
const audited = (id: string) =>
  database
    .selectFrom('audit_log')
    .select(['action', 'details'])
    .where('subject', '=', id)
    .where('action', '=', 'revokeCodes')
    .execute()

describe('revoking is refused', () => {
  it.each(['小吴', '老李', '小陈', '省平台', '王总', '路人'] as const)('to %s', async (who) => {
    const { id, issue } = await heldActivity()
    const token = await issue('poster')
    expect((await as(who).refused('revokeCodes', { activityId: id, token: null })).code).toBe('NOT_ALLOWED')
    await as('路人').call('open', { token })
  })

  it('for an activity that is not there', async () => {
    const answer = await as('阿丽').refused('revokeCodes', { activityId: randomUUID(), token: null })
    expect(answer.code).toBe('NOT_FOUND')
  })
})

describe('a revoked code', () => {
  it('opens and confirms nothing from then on; the others of the activity still do', async () => {
    const { id, issue } = await heldActivity()
    const [lost, other] = [await issue('poster'), await issue('poster')]
    expect(await as('老周').call('revokeCodes', { activityId: id, token: lost })).toEqual({ revoked: 1 })
    const press = { token: lost, pressedAt: clock.now.toISOString() }
    expect((await as('王总').refused('open', { token: lost })).code).toBe('TOKEN_REVOKED')
    expect((await as('王总').refused('confirm', press)).code).toBe('TOKEN_REVOKED')
    await as('王总').call('open', { token: other })
    expect(await as('老周').call('revokeCodes', { activityId: id, token: lost })).toEqual({ revoked: 0 })
    expect(await audited(id)).toEqual([{ action: 'revokeCodes', details: { all: false, revoked: 1 } }])
  })

  it('is every one that was given out, when all are; a new one works, and other activities keep theirs', async () => {
    const { id, issue } = await heldActivity()
    const elsewhere = await heldActivity()
    const kept = await elsewhere.issue('poster')
    const tokens = [await issue('poster'), await issue('rotating'), await issue('rotating')]
    expect(await as('阿丽').call('revokeCodes', { activityId: id, token: kept })).toEqual({ revoked: 0 })
    expect(await as('阿丽').call('revokeCodes', { activityId: id, token: null })).toEqual({ revoked: 3 })
    for (const token of tokens)
      expect((await as('路人').refused('open', { token })).code).toBe('TOKEN_REVOKED')
    await as('路人').call('open', { token: kept })
    await as('路人').call('open', { token: await issue('poster') })
    expect(await audited(id)).toEqual([{ action: 'revokeCodes', details: { all: true, revoked: 3 } }])
  })
})

it('refused attempts stand beside the participants, counted by reason, for staff and reviewers', async () => {
  const { id, issue } = await heldActivity()
  const token = await issue('rotating')
  expect((await as('阿丽').call('list', { activityId: id })).refused).toEqual([])
  clock.now = new Date('2023-06-15T02:30:00Z')
  await as('路人').refused('open', { token })
  await as('王总').refused('open', { token })
  await as('阿丽').call('revokeCodes', { activityId: id, token: null })
  await as('王总').refused('open', { token })
  // A token that leads nowhere belongs to no activity.
  await as('王总').refused('open', { token: 'ABCDEFGHJKMNPQRSTUVW' })
  const refused = [
    { code: 'TOKEN_EXPIRED', count: 2 },
    { code: 'TOKEN_REVOKED', count: 1 },
  ]
  for (const who of ['阿丽', '小陈', '省平台'] as const) {
    expect((await as(who).call('list', { activityId: id })).refused).toEqual(refused)
  }
})
