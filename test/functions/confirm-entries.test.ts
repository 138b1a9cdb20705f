/** `confirm`: who staff enter at an activity, and who may see the list. Refusals first. */
import { randomUUID } from 'node:crypto'
import { confirmWorld, enterpriseNumber } from './confirming'

const { as, at, clock, heldActivity, pressed, records, rowsOf, someone } = confirmWorld()
const MINUTE = 60_000

describe('entering and listing are refused', () => {
  it.each(['小吴', '老李', '小陈', '王总', '路人'] as const)('to enter: %s', async (who) => {
    const { id } = await heldActivity()
    const entries = [
      { id: randomUUID(), enterprise: enterpriseNumber(1), source: 'staff-entry' as const, at: pressed() },
    ]
    expect((await as(who).refused('enter', { activityId: id, entries })).code).toBe('NOT_ALLOWED')
    expect(await rowsOf(id)).toEqual([])
  })

  it.each(['小吴', '老李', '小邓', '王总', '路人'] as const)('to list: %s', async (who) => {
    const { id } = await heldActivity()
    expect((await as(who).refused('list', { activityId: id })).code).toBe('NOT_ALLOWED')
  })

  it('of an id that already stands for another enterprise, which holds up no other entry', async () => {
    const { id } = await heldActivity()
    const entry = { id: randomUUID(), source: 'staff-entry' as const, at: pressed() }
    await as('阿丽').call('enter', {
      activityId: id,
      entries: [{ ...entry, enterprise: enterpriseNumber(1) }],
    })
    const other = { ...entry, id: randomUUID(), enterprise: enterpriseNumber(3) }
    const entries = [{ ...entry, enterprise: enterpriseNumber(2) }, other]
    const { results } = await as('阿丽').call('enter', { activityId: id, entries })
    expect(results).toMatchObject([
      { id: entry.id, participation: null, code: 'CONTENT_CONFLICT' },
      { id: other.id, participation: { enterprise: other.enterprise }, code: null },
    ])
    expect(await rowsOf(id)).toHaveLength(2)
  })

  it('at a withdrawn activity', async () => {
    const { id } = await heldActivity()
    await records('阿丽').call('withdraw', { id, revision: 1, reason: '未举办' })
    const entries = [
      { id: randomUUID(), enterprise: enterpriseNumber(1), source: 'staff-entry' as const, at: pressed() },
    ]
    expect((await as('阿丽').refused('enter', { activityId: id, entries })).code).toBe('STATE_NOT_POSSIBLE')
  })
})

describe('entries by staff', () => {
  it('are idempotent by id and by enterprise, and the first entry of an enterprise stays', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const scanned = await someone()
    await as(scanned.who).call('confirm', { token, pressedAt: pressed() })
    at(5)
    const entries = [
      { id: randomUUID(), enterprise: enterpriseNumber(10), source: 'staff-scan' as const, at: pressed() },
      { id: randomUUID(), enterprise: enterpriseNumber(11), source: 'staff-entry' as const, at: pressed() },
      { id: randomUUID(), enterprise: scanned.enterprise, source: 'staff-entry' as const, at: pressed() },
    ]
    const first = await as('阿丽').call('enter', { activityId: id, entries })
    expect(first.results.map(({ participation }) => participation?.source)).toEqual([
      'staff-scan',
      'staff-entry',
      'scan',
    ])
    // A receipt names the id of the entry; another participation id says that the enterprise was there before.
    expect(first.results.map(({ id: entry }) => entry)).toEqual(entries.map((entry) => entry.id))
    expect(first.results.map((each) => each.participation?.id === each.id)).toEqual([true, true, false])
    const again = await as('老周').call('enter', {
      activityId: id,
      entries: entries.map((entry) => ({ ...entry, source: 'staff-entry' as const })),
    })
    expect(again).toEqual(first)
    const twice = { ...entries[0]!, id: randomUUID() }
    expect((await as('阿丽').call('enter', { activityId: id, entries: [twice] })).results).toEqual([
      { ...first.results[0], id: twice.id },
    ])
    expect(await rowsOf(id)).toHaveLength(3)
  })

  it('of overlapping batches at once make one row an enterprise', async () => {
    const { id } = await heldActivity()
    const batch = (numbers: number[]) => ({
      activityId: id,
      entries: numbers.map((n) => ({
        id: randomUUID(),
        enterprise: enterpriseNumber(n),
        source: 'staff-entry' as const,
        at: pressed(),
      })),
    })
    const numbers = [20, 21, 22, 23, 24, 25]
    await Promise.all([
      as('阿丽').call('enter', batch(numbers)),
      as('小美').call('enter', batch([...numbers].reverse())),
      as('老周').call('enter', batch([22, 20, 24])),
    ])
    expect((await as('阿丽').call('list', { activityId: id })).participations).toHaveLength(6)
  })

  it('then confirmed by the enterprise stay entries by staff, and the enterprise is told that it is there', async () => {
    const { id } = await heldActivity()
    const { who, enterprise } = await someone()
    const entries = [{ id: randomUUID(), enterprise, source: 'staff-scan' as const, at: pressed() }]
    await as('阿丽').call('enter', { activityId: id, entries })
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    expect(await as(who).call('confirm', { token, pressedAt: pressed() })).toMatchObject({
      already: true,
      participation: { source: 'staff-scan' },
    })
  })

  it('register enterprises, so that the next person need not type the name', async () => {
    const { id } = await heldActivity()
    const enterprise = enterpriseNumber(30)
    const { creditCode } = enterprise
    expect(await as('阿丽').call('lookUp', { creditCode })).toEqual({ enterprise: null })
    const entries = [{ id: randomUUID(), enterprise, source: 'staff-entry' as const, at: pressed() }]
    await as('阿丽').call('enter', { activityId: id, entries })
    expect(await as('王总').call('lookUp', { creditCode })).toEqual({ enterprise })
  })

  it.each([-2, 2])('by a phone whose clock is %s days off keep their true time', async (days) => {
    const { id } = await heldActivity()
    const byPhone = () => new Date(clock.now.getTime() + days * 24 * 60 * MINUTE).toISOString()
    const entry = { enterprise: enterpriseNumber(41), source: 'staff-entry' as const, at: byPhone() }
    at(60)
    const entries = [{ id: randomUUID(), ...entry }]
    const { results } = await as('阿丽').call('enter', { activityId: id, sentAt: byPhone(), entries })
    expect(results).toMatchObject([
      { participation: { late: false, confirmedAt: '2023-06-15T02:00:00.000Z' } },
    ])
  })

  it('after the window are late', async () => {
    const { id } = await heldActivity()
    const atTheTime = pressed()
    at(7 * 60)
    const entries = [
      { id: randomUUID(), enterprise: enterpriseNumber(40), source: 'staff-entry' as const, at: atTheTime },
    ]
    const { results } = await as('阿丽').call('enter', { activityId: id, entries })
    expect(results).toMatchObject([
      { participation: { late: true, confirmedAt: '2023-06-15T02:00:00.000Z' } },
    ])
  })
})
