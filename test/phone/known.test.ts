import { makeWorld, save, settle } from './world'

describe('what the server knows', () => {
  it('is shown without network, as it was', async () => {
    const world = makeWorld()
    const phone = world.open()
    const id = save(phone)
    await world.clock.pass(1_000)
    world.server.decide(id, 'returned', '请补充签到表')
    phone.show()
    await world.clock.pass(1_000)
    world.server.fate = () => 'lost'
    const offline = world.open()
    await settle()
    expect(offline.records.get()).toMatchObject([{ id, state: 'returned', reason: '请补充签到表' }])
    expect(offline.session.store.get()).toMatchObject({ status: 'offline', me: { name: '周工' } })
  })

  it('puts first what failed, then what was returned, then what is on its way, then the newest', async () => {
    const world = makeWorld()
    const phone = world.open()
    const old = save(phone, { startsAt: '2023-03-01T02:00:00Z' })
    const young = save(phone, { startsAt: '2023-05-01T02:00:00Z' })
    const returned = save(phone, { startsAt: '2023-01-01T02:00:00Z' })
    await world.clock.pass(1_000)
    world.server.decide(returned, 'returned', '原因')
    phone.show()
    await world.clock.pass(1_000)
    world.server.refuseRecord = () => 'NOT_ALLOWED'
    const failed = save(phone)
    await world.clock.pass(1_000)
    world.server.fate = () => 'lost'
    const queued = save(phone)
    await settle()
    const order = phone.records.get().map(({ id }) => id)
    expect(order).toEqual([failed, returned, queued, young, old])
  })

  it('is a receipt that comes before the platform is known, too', async () => {
    const world = makeWorld()
    world.server.fate = ({ name }) => (name === 'session' ? 'lost' : 'fine')
    const id = save(world.open(), { attendances: 1 })
    await world.clock.pass(1_000)
    expect(world.server.rows.get(id)?.record.revision).toBe(1)
    // Edited before the server could be asked for its records.
    world.server.fate = ({ action }) => (action === 'pull' ? 'lost' : 'fine')
    const phone = world.open()
    await world.clock.pass(1_000)
    expect(phone.records.get()).toMatchObject([{ id, state: 'submitted' }])
    save(phone, { attendances: 2 }, id, '修改')
    await world.clock.pass(1_000)
    expect(world.server.rows.get(id)?.record).toMatchObject({ revision: 2, payload: { attendances: 2 } })
  })

  it('is asked for again from the beginning when a key is damaged', async () => {
    const world = makeWorld()
    const phone = world.open()
    const ids = [save(phone, { startsAt: '2023-03-01T02:00:00Z' }), save(phone)]
    await world.clock.pass(1_000)
    const key = world.storage.keys().find((each) => each.startsWith('known/liuyang:2023-03'))
    if (!key) throw new Error('no such key')
    world.storage.content.set(key, '[{"record":')
    const next = world.open()
    expect(next.records.get()).toHaveLength(1)
    await world.clock.pass(1_000)
    expect(
      next.records
        .get()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort())
  })

  it('keeps no key near the limit of 1 MB, however long the texts', async () => {
    const world = makeWorld()
    const phone = world.open()
    phone.hide()
    for (let index = 0; index < 60; index += 1)
      save(phone, { summary: '记'.repeat(9_000), title: `第 ${index} 场` })
    phone.show()
    await world.clock.pass(5_000)
    await world.clock.pass(5_000)
    const sizes = [...world.storage.content]
      .filter(([key]) => key.startsWith('known/'))
      .map(([, value]) => Buffer.byteLength(value))
    expect(Math.max(...sizes)).toBeLessThan(700_000)
    expect(world.open().records.get()).toHaveLength(60)
  })

  it('gives up the oldest months when the phone is full, never what waits to be sent', async () => {
    const world = makeWorld()
    const phone = world.open()
    const months = ['01', '02', '03', '04']
    for (const month of months) {
      save(phone, {
        startsAt: `2023-${month}-05T02:00:00Z`,
        endsAt: `2023-${month}-05T03:00:00Z`,
        summary: '记'.repeat(5_000),
      })
    }
    await world.clock.pass(1_000)
    world.storage.room = world.storage.usage().used + 4_000
    world.server.fate = ({ action }) => (action === 'push' ? 'lost' : 'fine')
    const waiting = save(phone, { summary: '' })
    const [april = ''] = [...world.server.rows.values()]
      .filter(
        ({ record }) => record.payload.kind === 'activity' && record.payload.startsAt.startsWith('2023-04'),
      )
      .map(({ record }) => record.id)
    const row = world.server.rows.get(april)
    if (row?.record.payload.kind !== 'activity') throw new Error('no activity')
    row.record.payload.outcome = '果'.repeat(6_000)
    world.server.decide(april, 'approved')
    await phone.known.pull()
    const next = world.open().records.get()
    expect(next.map(({ id }) => id)).toContain(april)
    expect(next.map(({ id }) => id)).toContain(waiting)
    expect(world.storage.keys().some((key) => key.startsWith('known/liuyang:2023-01'))).toBe(false)
  })
})
