/** Who may act for an enterprise: unbound, bound unconfirmed, confirmed, unbound again. Refusals first. */
import { randomUUID } from 'node:crypto'
import { confirmWorld } from './confirming'

const { as, at, database, heldActivity, personCode, pressed, rowsOf, session, someone } = confirmWorld()

type Who = Awaited<ReturnType<typeof someone>>['who']
type Enterprise = Awaited<ReturnType<typeof someone>>['enterprise']

/** An activity with its poster, and a rated scan by somebody of an enterprise. */
async function ratedScan() {
  const { id } = await heldActivity()
  const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
  const { who, enterprise } = await someone()
  await as(who).call('confirm', { token, pressedAt: pressed() })
  await as(who).call('rate', { activityId: id, stars: 2, comment: 'private' })
  return { activityId: id, token, who, enterprise }
}

/** Staff scan the code on somebody's phone at an activity. */
async function scanPerson(activityId: string, enterprise: Enterprise, code: string) {
  const entry = { id: randomUUID(), enterprise, source: 'staff-scan' as const, at: pressed() }
  await as('阿丽').call('enter', { activityId, entries: [{ ...entry, personCode: code }] })
}

const confirmed = async (who: Who) => (await session(who).call('whoAmI', {})).enterpriseConfirmed

describe('an unconfirmed person', () => {
  it('neither sees nor changes what a colleague or staff did', async () => {
    const { activityId, token, enterprise } = await ratedScan()
    const { who: stranger } = await someone(enterprise.creditCode)
    expect((await as(stranger).call('mine', {})).participations).toEqual([])
    expect(await as(stranger).call('open', { token })).toMatchObject({ confirmedAt: null, stars: null })
    const answer = await as(stranger).call('confirm', { token, pressedAt: pressed() })
    expect(answer).toMatchObject({ already: true, participation: { stars: null, comment: null } })
    expect((await as(stranger).refused('rate', { activityId, stars: 5, comment: '' })).code).toBe('NOT_FOUND')
    expect(await as('阿丽').call('list', { activityId })).toMatchObject({
      participations: [{ stars: 2, comment: 'private', unverified: true }],
      scans: 1,
      unverified: 1,
    })
  })

  it('approves nobody, and sees nobody who waits', async () => {
    const { who, enterprise } = await someone()
    const { who: other } = await someone(enterprise.creditCode)
    const { personId } = await session(other).call('whoAmI', {})
    expect((await session(who).refused('approvePerson', { personId })).code).toBe('NOT_ALLOWED')
    expect(await session(who).call('enterprisePeople', {})).toEqual({ people: [] })
  })

  it('is not confirmed by a code that is out of time, of another enterprise, or only the two lines', async () => {
    const { activityId, who, enterprise } = await ratedScan()
    const { enterprise: another } = await someone()
    const code = await personCode(who)
    await scanPerson(activityId, another, code)
    at(11)
    await scanPerson(activityId, enterprise, code)
    const plain = { id: randomUUID(), enterprise, source: 'staff-scan' as const, at: pressed() }
    await as('阿丽').call('enter', { activityId, entries: [plain] })
    expect(await confirmed(who)).toBe(false)
  })

  it('is not vouched for by another platform', async () => {
    const { activityId, who } = await ratedScan()
    const [row] = await rowsOf(activityId)
    const participationId = row?.id ?? ''
    expect((await as('老李').refused('vouch', { activityId, participationId })).code).toBe('NOT_ALLOWED')
    expect(await confirmed(who)).toBe(false)
  })
})

describe('a person is confirmed', () => {
  it('by the code on their phone, and then approves a colleague', async () => {
    const { activityId, who, enterprise } = await ratedScan()
    await scanPerson(activityId, enterprise, await personCode(who))
    expect(await confirmed(who)).toBe(true)
    expect(await as('阿丽').call('list', { activityId })).toMatchObject({
      participations: [{ source: 'scan', unverified: false }],
      scans: 1,
      unverified: 0,
    })
    const { who: colleague } = await someone(enterprise.creditCode)
    const { personId } = await session(colleague).call('whoAmI', {})
    expect(await session(who).call('enterprisePeople', {})).toMatchObject({ people: [{ personId }] })
    expect(await session(who).call('approvePerson', { personId })).toEqual({ approved: true })
    expect((await as(colleague).call('mine', {})).participations).toMatchObject([{ stars: 2, comment: null }])
  })

  it('by the platform, audited', async () => {
    const { activityId, who } = await ratedScan()
    const [row] = await rowsOf(activityId)
    const told = await as('阿丽').call('vouch', { activityId, participationId: row?.id ?? '' })
    expect(told.unverified).toBe(false)
    expect(await confirmed(who)).toBe(true)
    const { personId } = await session(who).call('whoAmI', {})
    const audited = database.selectFrom('audit_log').select('action').where('subject', '=', personId)
    expect((await audited.execute()).map(({ action }) => action)).toContain('confirmPerson')
  })

  it('without a word of the scans of an earlier release, when nobody asked', async () => {
    const { activityId } = await ratedScan()
    await database
      .updateTable('participations')
      .set({ unverified: null })
      .where('activity_id', '=', activityId)
      .execute()
    const told = await as('阿丽').call('list', { activityId })
    expect(told).toMatchObject({ scans: 0, unverified: 0 })
    expect(told.participations[0]).not.toHaveProperty('unverified')
  })

  it('until they leave the enterprise; binding it again confirms nothing', async () => {
    const { activityId, who, enterprise } = await ratedScan()
    await scanPerson(activityId, enterprise, await personCode(who))
    expect(await session(who).call('unbindEnterprise', {})).toMatchObject({ enterprise: null })
    expect((await as(who).refused('rate', { activityId, stars: 5, comment: '' })).code).toBe('NOT_FOUND')
    expect((await as(who).call('mine', {})).total).toBe(1)
    await session(who).call('bindEnterprise', enterprise)
    expect(await confirmed(who)).toBe(false)
  })
})
