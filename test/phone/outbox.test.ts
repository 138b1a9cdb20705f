import { isEditable } from '../../src/shared/records'
import { activity, draft, fakeStorage, makeWorld, save, settle } from './world'

/** Push requests that the server saw, as the number of records in each. */
const pushes = (world: ReturnType<typeof makeWorld>) =>
  world.server.requests
    .filter(({ action }) => action === 'push')
    .map(({ input }) => (input as { records: unknown[] }).records.length)
const waiting = (phone: { outbox: { items: { get: () => ReadonlyMap<string, unknown> } } }) => [
  ...phone.outbox.items.get().keys(),
]

jest.setTimeout(30_000)

describe('the outbox', () => {
  it('keeps a record when a page of another network answers', async () => {
    const world = makeWorld()
    world.server.fate = ({ action }) => (action === 'push' ? 'captive' : 'fine')
    const phone = world.open()
    const id = save(phone)
    await world.clock.pass(10_000)
    expect(waiting(phone)).toEqual([id])
    expect(world.server.rows.size).toBe(0)
    expect(phone.outbox.store.get().trouble).toContain('Wi-Fi')
  })

  it('stops when the server does not know the person, until the person taps', async () => {
    const world = makeWorld()
    world.server.fate = ({ action }) => (action === 'push' ? 'refuse' : 'fine')
    world.server.refusal = 'NOT_SIGNED_IN'
    const phone = world.open()
    const id = save(phone)
    await world.clock.pass(60 * 60_000)
    expect(pushes(world)).toHaveLength(1)
    expect(phone.outbox.store.get()).toMatchObject({ stopped: true })
    phone.network(true)
    await settle()
    save(phone)
    await world.clock.pass(60_000)
    expect(pushes(world)).toHaveLength(1)
    world.server.fate = () => 'fine'
    phone.outbox.retry()
    await world.clock.pass(1_000)
    expect(world.server.rows.has(id)).toBe(true)
    expect(waiting(phone)).toEqual([])
  })

  it('keeps what the server refuses, with the reason, and sends it again only on a tap', async () => {
    const world = makeWorld()
    world.server.refuseRecord = (record) => (record.payload.kind === 'activity' ? 'NOT_ALLOWED' : null)
    const phone = world.open()
    const id = save(phone)
    await world.clock.pass(60 * 60_000)
    expect(pushes(world)).toEqual([1])
    expect(phone.records.get()).toMatchObject([{ id, state: 'failed', code: 'NOT_ALLOWED', unsent: true }])
    expect(phone.records.get()[0]?.reason).toContain('权限')
    world.server.refuseRecord = () => null
    phone.outbox.retry(id)
    await world.clock.pass(0)
    expect(world.server.rows.has(id)).toBe(true)
  })

  it('does not let one refused record hold up the others', async () => {
    const world = makeWorld()
    world.server.refuseRecord = (record) =>
      record.payload.kind === 'activity' && record.payload.title === '坏' ? 'INVALID_INPUT' : null
    const phone = world.open()
    phone.hide()
    const ids = ['一', '坏', '三'].map((title) => save(phone, { title }))
    phone.show()
    await world.clock.pass(0)
    expect(waiting(phone)).toEqual([ids[1]])
    expect(world.server.rows.size).toBe(2)
  })

  it('finds the one record that makes the server refuse a whole batch', async () => {
    const world = makeWorld()
    const phone = world.open()
    phone.hide()
    const ids = Array.from({ length: 9 }, (_, index) => save(phone, { title: `第 ${index} 场` }))
    world.server.refusal = 'TOO_LARGE'
    world.server.fate = ({ action }) => {
      const last = world.server.requests.at(-1)?.input
      return action === 'push' && JSON.stringify(last).includes(ids[4] ?? '?') ? 'refuse' : 'fine'
    }
    phone.show()
    await world.clock.pass(0)
    expect(waiting(phone)).toEqual([ids[4]])
    expect(phone.records.get()[0]).toMatchObject({ id: ids[4], state: 'failed', code: 'TOO_LARGE' })
    expect(world.server.rows.size).toBe(8)
  })

  it.each([
    ['hash', /"hash":"../g, '"hash":"00'],
    ['revision', /"revision":1/g, '"revision":2'],
    ['id', /"id":"../g, '"id":"00'],
  ])('does not believe a receipt that names another %s', async (_what, found, changed) => {
    const world = makeWorld()
    const { send } = world.server
    world.server.send = async (name, request) => {
      const text = JSON.stringify(await send(name, request))
      return JSON.parse(request.action === 'push' ? text.replaceAll(found, changed) : text) as unknown
    }
    const phone = world.open()
    const id = save(phone)
    await world.clock.pass(5_000)
    expect(waiting(phone)).toEqual([id])
    expect(world.server.rows.has(id)).toBe(true)
    expect(pushes(world).length).toBeLessThan(5)
  })

  it('waits 1, 2, 4 … seconds and at most 5 minutes between attempts', async () => {
    const world = makeWorld()
    world.server.fate = ({ action }) => (action === 'push' ? 'lost' : 'fine')
    const phone = world.open()
    await settle()
    save(phone)
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await settle()
      const [wait = 0] = world.clock.waits()
      waits.push(wait / 1_000)
      await world.clock.pass(wait)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  })

  it.each([
    ['a tap', (phone: ReturnType<ReturnType<typeof makeWorld>['open']>) => phone.outbox.retry()],
    [
      'the network’s return',
      (phone: ReturnType<ReturnType<typeof makeWorld>['open']>) => phone.network(true),
    ],
  ])('sends at once after %s, and then waits 1 second again', async (_what, act) => {
    const world = makeWorld()
    world.server.fate = ({ action }) => (action === 'push' ? 'lost' : 'fine')
    const phone = world.open()
    await settle()
    save(phone)
    await world.clock.pass(40_000)
    const before = pushes(world).length
    act(phone)
    await settle()
    expect(pushes(world)).toHaveLength(before + 1)
    expect(world.clock.waits()).toEqual([1_000])
  })

  it('sends nothing in the background, and goes on when the app is in front again', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    phone.hide()
    const id = save(phone)
    await world.clock.pass(10 * 60_000)
    phone.network(false)
    expect(pushes(world)).toEqual([])
    phone.show()
    await settle()
    expect(world.server.rows.has(id)).toBe(true)
  })

  it('sends the oldest first, at most 50 at a time, one batch after the other', async () => {
    const world = makeWorld()
    const phone = world.open()
    phone.hide()
    const ids: string[] = []
    for (let index = 0; index < 120; index += 1) {
      ids.push(save(phone, { title: `第 ${index} 场` }))
      world.clock.skip(10)
    }
    let onTheWay = 0
    let most = 0
    world.server.onTheWay = async (action) => {
      if (action !== 'push') return
      most = Math.max(most, ++onTheWay)
      await settle()
      onTheWay -= 1
    }
    const next = world.open()
    for (let turn = 0; turn < 10; turn += 1) await settle()
    expect(pushes(world)).toEqual([50, 50, 20])
    expect(world.server.stored.map((record) => record.id)).toEqual(ids)
    expect(waiting(next)).toEqual([])
    expect(most).toBe(1)
  })

  it('has a record once on the server when the reply was lost, and when it was carried out twice', async () => {
    for (const fate of ['reply-lost', 'twice'] as const) {
      const world = makeWorld()
      const phone = world.open()
      let first = true
      world.server.fate = ({ action }) => {
        if (action !== 'push' || !first) return 'fine'
        first = false
        return fate
      }
      const id = save(phone)
      await world.clock.pass(20_000)
      expect(world.server.stored.map((record) => record.id)).toEqual([id])
      expect(waiting(phone)).toEqual([])
    }
  })

  it('keeps an edit made while uploading, and sends it as the next revision', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    let id = ''
    world.server.onTheWay = () => {
      world.server.onTheWay = () => {}
      save(phone, { title: '改过的名称' }, id)
    }
    id = save(phone, { title: '原来的名称' })
    await world.clock.pass(0)
    expect(
      world.server.stored.map(({ revision, payload }) => [
        revision,
        payload.kind === 'activity' && payload.title,
      ]),
    ).toEqual([
      [1, '原来的名称'],
      [2, '改过的名称'],
    ])
    expect(waiting(phone)).toEqual([])
    expect(phone.records.get()).toMatchObject([{ id, state: 'submitted', title: '改过的名称' }])
  })

  it.each(['fine', 'lost', 'reply-lost', 'twice'] as const)(
    'offers to change a record on its way, and loses nothing when the request ends %s',
    async (fate) => {
      const world = makeWorld()
      const phone = world.open()
      await settle()
      let arrive = () => {}
      world.server.fate = ({ action }) => (action === 'push' ? fate : 'fine')
      world.server.onTheWay = (action) =>
        action === 'push' ? new Promise<void>((resolve) => (arrive = resolve)) : undefined
      const id = save(phone, { attendances: 1 })
      if (fate !== 'lost') await world.clock.pass(5_000)
      const states = phone.records.get().map(({ state }) => state)
      expect(states).toEqual(['uploading'])
      expect(states.every(isEditable)).toBe(true)
      phone.drafts.change(draft(id, { fields: { attendances: 2 } }))
      save(phone, { attendances: 2 }, id)
      world.server.onTheWay = () => {}
      arrive()
      await world.clock.pass(9_000)
      world.server.fate = () => 'fine'
      await world.clock.pass(60_000)
      expect(waiting(phone)).toEqual([])
      expect(phone.drafts.store.get().size).toBe(0)
      expect(world.server.rows.get(id)?.record.payload).toMatchObject({ attendances: 2 })
    },
  )

  it('does not overwrite unseen what a colleague changed after an edit was begun while uploading', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    let id = ''
    world.server.onTheWay = (action) => {
      if (action === 'push') phone.drafts.change(draft(id, { fields: { attendances: 2 } }))
    }
    id = save(phone, { attendances: 1 })
    await world.clock.pass(1_000)
    world.server.onTheWay = () => {}
    const colleague = world.open({ storage: fakeStorage() })
    await settle()
    save(colleague, { attendances: 9 }, id, '同事改的')
    await world.clock.pass(1_000)
    phone.show()
    await world.clock.pass(1_000)
    const begun = phone.drafts.store.get().get(id)
    if (!begun) throw new Error('no draft')
    phone.saveRecord({ ...begun, reason: '改人数' }, activity({ attendances: 2 }))
    await world.clock.pass(1_000)
    expect(world.server.rows.get(id)?.record.payload).toMatchObject({ attendances: 9 })
    expect(phone.records.get()).toMatchObject([
      { id, state: 'failed', code: 'CONTENT_CONFLICT', payload: { attendances: 2 } },
    ])
  })

  it('sends edits right although receipts of several versions were lost', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    const fates = ['reply-lost', 'lost', 'fine'] as const
    let attempt = 0
    world.server.fate = ({ action }) => (action === 'push' ? (fates[attempt++] ?? 'fine') : 'fine')
    const id = save(phone, { attendances: 1 })
    await world.clock.pass(15_500)
    save(phone, { attendances: 2 }, id)
    await settle()
    save(phone, { attendances: 3 }, id)
    await world.clock.pass(120_000)
    expect(waiting(phone)).toEqual([])
    const row = world.server.rows.get(id)
    expect(row?.record.payload).toMatchObject({ attendances: 3 })
  })

  it('sends an edit of a received record right although the edit before it never arrived', async () => {
    const world = makeWorld()
    const phone = world.open()
    const id = save(phone, { attendances: 1 })
    await world.clock.pass(1_000)
    world.server.fate = ({ action }) => (action === 'push' ? 'captive' : 'fine')
    save(phone, { attendances: 2 }, id, '修改')
    await settle()
    world.server.fate = () => 'fine'
    save(phone, { attendances: 3 }, id, '修改')
    await world.clock.pass(10_000)
    expect(waiting(phone)).toEqual([])
    expect(world.server.rows.get(id)?.record).toMatchObject({ revision: 3, payload: { attendances: 3 } })
  })

  it('edits before the first sending without a new revision', async () => {
    const world = makeWorld()
    const phone = world.open()
    phone.hide()
    const id = save(phone, { attendances: 1 })
    save(phone, { attendances: 2 }, id)
    phone.show()
    await settle()
    expect(world.server.stored).toMatchObject([{ id, revision: 1, payload: { attendances: 2 } }])
  })

  it('shows a conflict with another phone’s version as failed, and overwrites it only when saved again', async () => {
    const world = makeWorld()
    const phone = world.open()
    const id = save(phone)
    await settle()
    const row = world.server.rows.get(id)
    if (!row) throw new Error('not stored')
    const theirs = { ...row.record, revision: 2, hash: '1'.repeat(64) }
    world.server.rows.set(id, { ...row, record: theirs, change: row.change + 1 })
    save(phone, { attendances: 99 }, id, '补充家次')
    await world.clock.pass(60_000)
    expect(phone.records.get()[0]).toMatchObject({ id, state: 'failed', code: 'CONTENT_CONFLICT' })
    phone.outbox.retry(id)
    await world.clock.pass(1_000)
    expect(world.server.rows.get(id)?.record).toEqual(theirs)
    save(phone, { attendances: 99 }, id, '对照后再提交')
    await world.clock.pass(1_000)
    expect(world.server.rows.get(id)?.record).toMatchObject({ revision: 3, payload: { attendances: 99 } })
  })

  it('refuses to save when the storage is full, and leaves the draft and the earlier version', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    phone.hide()
    const id = save(phone, { attendances: 1 })
    world.storage.room = 0
    expect(() => save(phone, { attendances: 2 }, id)).toThrow('空间已满')
    expect(phone.outbox.items.get().get(id)?.record.payload).toMatchObject({ attendances: 1 })
    expect(phone.keep.health.get().full).toBe(true)
    // Sending needs no room, and makes some.
    phone.show()
    await settle()
    expect(world.server.rows.has(id)).toBe(true)
    expect(waiting(phone)).toEqual([])
  })

  it('loses only the record whose key is damaged', async () => {
    const world = makeWorld()
    const phone = world.open()
    phone.hide()
    const [bad = '', good = ''] = [save(phone), save(phone)]
    world.storage.content.set(`outbox/${bad}`, '{"record":')
    const next = world.open()
    await world.clock.pass(0)
    expect([...world.server.rows.keys()]).toEqual([good])
    expect(next.keep.health.get().damaged).toEqual([`outbox/${bad}`])
    expect(world.storage.content.has(`outbox/${bad}`)).toBe(true)
  })

  it('has every record once and every edit last when two windows share the storage', async () => {
    const world = makeWorld()
    const one = world.open({ shared: true })
    const two = world.open({ shared: true })
    await settle()
    let edited = ''
    world.server.onTheWay = () => {
      world.server.onTheWay = () => {}
      save(two, { title: '另一个窗口改的' }, edited)
    }
    edited = save(one, { title: '原来的' })
    const others = [save(one), save(two), save(one), save(two)]
    await world.clock.pass(120_000)
    const ids = [edited, ...others].sort()
    expect([...world.server.rows.keys()].sort()).toEqual(ids)
    expect(world.server.stored.filter(({ id }) => id === edited).map(({ revision }) => revision)).toEqual([
      1, 2,
    ])
    expect(world.server.rows.get(edited)?.record.payload).toMatchObject({ title: '另一个窗口改的' })
    expect(world.storage.keys().filter((key) => key.startsWith('outbox/'))).toEqual([])
  })

  it('marks what it sends as uploading, and nothing else', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    const states: string[] = []
    world.server.onTheWay = () => void states.push(...phone.records.get().map(({ state }) => state))
    save(phone)
    await settle()
    expect(states[0]).toBe('uploading')
    expect(phone.records.get().map(({ state }) => state)).toEqual(['submitted'])
    expect(phone.outbox.store.get().uploading.size).toBe(0)
  })
})
