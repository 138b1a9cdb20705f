import { worthOf } from '../../src/phone/progress'
import { messageOf, NetworkFailure } from '../../src/phone/transport'
import { newId } from '../../src/phone/ids'
import { activity, makeWorld, save, settle } from './world'

describe('the live standing', () => {
  const totals = (phone: ReturnType<ReturnType<typeof makeWorld>['open']>) => {
    const { live } = phone.progress.store.get()
    return live && { counted: live.counted.total, onTheWay: live.onTheWay.total }
  }

  it('does not count what the server refused', async () => {
    const world = makeWorld()
    const phone = world.open()
    await world.clock.pass(1_000)
    const before = totals(phone)
    world.server.refuseRecord = () => 'NOT_ALLOWED'
    save(phone)
    await world.clock.pass(1_000)
    expect(totals(phone)).toEqual(before)
  })

  it('counts a saved record as on the way at once, without network, and once while it travels', async () => {
    const world = makeWorld()
    const phone = world.open()
    await world.clock.pass(1_000)
    const before = totals(phone)
    if (!before) throw new Error('no standing')
    // What is still ahead is planned, and counts nowhere yet.
    const held = { startsAt: '2023-05-10T06:00:00Z', endsAt: '2023-05-10T08:00:00Z' }
    const worth = phone.worth(newId(), activity(held))
    expect(worth?.total).toBeGreaterThan(0)
    world.server.fate = () => 'lost'
    save(phone, held)
    await settle()
    const after = totals(phone)
    expect(after?.onTheWay).toBeCloseTo(before.onTheWay + (worth?.total ?? 0), 8)
    expect(after?.counted).toBe(before.counted)
    // Received, but the standing cannot be asked for: the receipt alone keeps it counted.
    world.server.fate = ({ action }) => (action === 'push' ? 'fine' : 'lost')
    phone.outbox.retry()
    await world.clock.pass(1_000)
    expect(phone.outbox.items.get().size).toBe(0)
    expect(totals(phone)).toEqual(after)
    // Fresh from the server, where it waits for review: still once.
    world.server.fate = () => 'fine'
    phone.show()
    await world.clock.pass(1_000)
    expect(totals(phone)).toEqual(after)
    // Approved: solid.
    const [id = ''] = world.server.rows.keys()
    world.server.decide(id, 'approved')
    phone.show()
    await world.clock.pass(1_000)
    expect(totals(phone)).toEqual({ counted: after?.onTheWay, onTheWay: after?.onTheWay })
  })

  it('is there without network, from what was kept', async () => {
    const world = makeWorld()
    const phone = world.open()
    save(phone)
    await world.clock.pass(1_000)
    const before = totals(phone)
    world.server.fate = () => 'lost'
    const offline = world.open()
    await world.clock.pass(1_000)
    expect(offline.progress.store.get().status).toBe('kept')
    expect(totals(offline)).toEqual(before)
  })

  it('is there from what an older version kept, before cut lines and exclusions were told', async () => {
    const world = makeWorld()
    const phone = world.open()
    await world.clock.pass(1_000)
    const before = totals(phone)
    for (const key of world.storage.keys()) {
      if (!key.startsWith('progress/')) continue
      const old = (world.storage.get(key) ?? '').replace(/"(cuts|exclusion)":null,/g, '')
      expect(old).not.toMatch(/cuts|exclusion/)
      world.storage.set(key, old)
    }
    world.server.fate = () => 'lost'
    const offline = world.open()
    await settle()
    expect(offline.progress.store.get().status).toBe('kept')
    expect(totals(offline)).toEqual(before)
  })

  it('says “failed” when there is neither network nor anything kept', async () => {
    const world = makeWorld()
    world.open()
    await world.clock.pass(1_000)
    for (const key of world.storage.keys()) if (key.startsWith('progress/')) world.storage.remove(key)
    world.server.fate = () => 'lost'
    const phone = world.open()
    await world.clock.pass(1_000)
    expect(phone.progress.store.get()).toMatchObject({ status: 'failed', live: null })
  })

  it('asks for a newer app when the rubric says what this one cannot read, and shows what was kept', async () => {
    const world = makeWorld()
    const phone = world.open()
    await world.clock.pass(1_000)
    const before = totals(phone)
    const { send } = world.server
    const issued = (answer: string) =>
      answer
        .replace(/"digest":"d+"/, `"digest":"${'e'.repeat(64)}"`)
        .replace('"sections":', '"ofLater":{},$&')
    world.server.send = async (name, request) => {
      const answer: unknown = JSON.parse(issued(JSON.stringify(await send(name, request))))
      return answer
    }
    phone.show()
    await world.clock.pass(1_000)
    const { status, failure } = phone.progress.store.get()
    expect(status).toBe('kept')
    expect(failure).toEqual(new NetworkFailure('outdated'))
    expect(messageOf(failure)).toContain('重新进入小程序')
    expect(totals(phone)).toEqual(before)
  })

  it('says nothing of the worth of a change to what the server already counts', async () => {
    const world = makeWorld()
    const phone = world.open()
    const id = save(phone)
    await world.clock.pass(1_000)
    phone.show()
    await world.clock.pass(1_000)
    expect(phone.worth(id, activity({ category: 'policy' }))).toBeNull()
  })

  it('tells the worth of a record in the form quickly enough for every key stroke', async () => {
    const world = makeWorld()
    const phone = world.open()
    await world.clock.pass(1_000)
    const { live } = phone.progress.store.get()
    if (!live) throw new Error('no standing')
    const worth = worthOf(live, newId(), activity())
    expect(worth.after).toBeCloseTo(worth.before + worth.total, 8)
    expect(worth.criterion?.points).toBeGreaterThan(0)
    expect(worthOf(live, newId(), activity({ startsAt: '2022-05-11T06:00:00Z' })).total).toBe(0)
  })
})
