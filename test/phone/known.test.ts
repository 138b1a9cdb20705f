import { fakeStorage, makeWorld, save, settle, type OpenedPhone } from './world'

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

  it('keeps a decision that a pull brought before the receipt of the record came', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    world.server.fate = ({ action }) => (action === 'push' ? 'reply-lost' : 'fine')
    const id = save(phone)
    await world.clock.pass(15_500)
    world.server.decide(id, 'returned', '请补充签到表')
    world.server.fate = () => 'fine'
    let arrive = () => {}
    world.server.onTheWay = (action) =>
      action === 'push' ? new Promise<void>((resolve) => (arrive = resolve)) : undefined
    phone.outbox.retry()
    phone.show()
    await world.clock.pass(1_000)
    arrive()
    await world.clock.pass(1_000)
    expect(phone.records.get()).toMatchObject([
      { id, state: 'returned', reason: '请补充签到表', unsent: false },
    ])
  })

  it('asks for the records of the platform that was changed to while the other’s were on their way', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    let arrive = () => {}
    world.server.onTheWay = (action) =>
      action === 'pull' ? new Promise<void>((resolve) => (arrive = resolve)) : undefined
    phone.show()
    await settle()
    phone.known.open('changsha')
    world.server.onTheWay = () => {}
    await phone.known.pull()
    expect(phone.known.store.get()).toMatchObject({ platformId: 'changsha', pulling: false, failure: null })
    expect(phone.known.store.get().pulledAt).not.toBeNull()
    arrive()
    await settle()
    expect(phone.known.store.get().platformId).toBe('changsha')
  })

  it('gives up the oldest months where room is short, still records, and fetches them again once there is room', async () => {
    const world = makeWorld()
    const first = world.open()
    for (let n = 0; n < 30; n += 1) {
      save(first, { startsAt: `2023-0${(n % 3) + 1}-10T02:00:00Z`, summary: 'x'.repeat(1_000) })
    }
    await world.clock.pass(5_000)
    const storage = fakeStorage()
    storage.room = world.storage.usage().used
    const months = (phone: OpenedPhone) =>
      [...new Set(phone.records.get().map(({ date }) => date?.slice(0, 7)))].sort()
    const shut = async (phone: OpenedPhone) => {
      await world.clock.pass(5_000)
      phone.hide()
    }
    await shut(world.open({ storage }))
    world.server.fate = () => 'lost'
    const small = world.open({ storage })
    await settle()
    expect(months(small)).toEqual(['2023-02', '2023-03'])
    for (let n = 0; n < 12; n += 1) save(small, { summary: 'x'.repeat(1_000) })
    expect(small.outbox.items.get().size).toBe(12)
    world.server.fate = () => 'fine'
    await shut(small)
    storage.room = Infinity
    const roomy = world.open({ storage })
    await world.clock.pass(5_000)
    expect(roomy.records.get()).toHaveLength(42)
    expect(months(roomy)).toEqual(['2023-01', '2023-02', '2023-03', '2023-05'])
  })
})
