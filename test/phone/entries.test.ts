/** Enterprises entered by staff: kept first, sent when their activity is there, done at the receipt alone. */
import { creditCodeCheckCharacter } from '../../src/shared/records'
import { fakeStorage, makeWorld, save, settle, type OpenedPhone, type World } from './world'

const enterprise = (n: number) => {
  const first17 = `91430100MB4${String(100_000 + n)}`
  return { name: `现场企业 ${n}`, creditCode: first17 + creditCodeCheckCharacter(first17) }
}
const byHand = (...numbers: number[]) =>
  numbers.map((n) => ({ enterprise: enterprise(n), source: 'staff-entry' as const }))
const kept = (phone: OpenedPhone) => phone.entries.store.get().kept
const there = (world: World, id: string) =>
  [...(world.server.entered.get(id)?.values() ?? [])].map(({ enterprise: { name } }) => name)

/** A phone with an activity that the server has. */
async function atActivity() {
  const world = makeWorld()
  const phone = world.open()
  await settle()
  const id = save(phone)
  await settle()
  return { world, phone, id }
}
const refused = { code: 'STATE_NOT_POSSIBLE', message: expect.stringContaining('不能这样操作') }

describe('an entry is not sent', () => {
  test('while its activity still waits on the phone; it goes out right after it', async () => {
    const world = makeWorld()
    world.server.fate = ({ action }) => (action === 'push' ? 'lost' : 'fine')
    const phone = world.open()
    const id = save(phone)
    phone.entries.add(id, byHand(1))
    await settle()
    expect(world.server.requests.filter(({ action }) => action === 'enter')).toEqual([])
    expect(kept(phone)).toMatchObject([{ activityId: id, failure: null }])
    world.server.fate = () => 'fine'
    await world.clock.pass(10_000)
    expect(there(world, id)).toEqual(['现场企业 1'])
    expect(kept(phone)).toEqual([])
  })

  test('twice for one enterprise that waits already', async () => {
    const { world, phone, id } = await atActivity()
    world.server.fate = () => 'lost'
    expect(phone.entries.add(id, byHand(1, 2, 1))).toBe(2)
    expect(phone.entries.add(id, [{ enterprise: enterprise(2), source: 'staff-scan' }])).toBe(0)
    expect(kept(phone).map(({ source }) => source)).toEqual(['staff-entry', 'staff-entry'])
  })

  test('without the code of the person who was there; it takes the place of one that waits without', async () => {
    const { world, phone, id } = await atActivity()
    world.server.fate = () => 'lost'
    const scanned = { enterprise: enterprise(1), source: 'staff-scan' as const }
    const [first, second] = ['abcdefghijklmnopqrstuvwx', 'zyxwvutsrqponmlkjihgfedc']
    phone.entries.add(id, byHand(1))
    await settle()
    expect(phone.entries.add(id, [{ ...scanned, personCode: first }])).toBe(1)
    expect(phone.entries.add(id, [{ ...scanned, personCode: first }])).toBe(0)
    expect(kept(phone).map(({ personCode }) => personCode)).toEqual([first])
    expect(phone.entries.add(id, [{ ...scanned, personCode: second }])).toBe(1)
    world.server.fate = () => 'fine'
    await world.clock.pass(60_000)
    const sent = world.server.requests.filter(({ action }) => action === 'enter').pop()
    expect(sent?.input).toMatchObject({ entries: [{ personCode: first }, { personCode: second }] })
    expect(kept(phone)).toEqual([])
  })

  test('while the app is not in front', async () => {
    const { world, phone, id } = await atActivity()
    phone.hide()
    phone.entries.add(id, byHand(1))
    await world.clock.pass(600_000)
    expect(there(world, id)).toEqual([])
    phone.show()
    await settle()
    expect(there(world, id)).toEqual(['现场企业 1'])
  })
})

describe('an entry stays on the phone', () => {
  test.each(['lost', 'captive', 'refuse', 'reply-lost'] as const)(
    'when the call ends in %s, over the death of the app, and arrives once',
    async (fate) => {
      const { world, phone, id } = await atActivity()
      world.server.fate = ({ action }) => (action === 'enter' ? fate : 'fine')
      phone.entries.add(id, byHand(1, 2))
      await world.clock.pass(16_000)
      expect(kept(phone)).toHaveLength(2)
      expect(phone.entries.store.get().trouble).not.toBeNull()
      phone.hide()
      world.server.fate = () => 'fine'
      const again = world.open()
      await world.clock.pass(20_000)
      expect(kept(again)).toEqual([])
      expect(there(world, id)).toEqual(['现场企业 1', '现场企业 2'])
    },
  )

  test('with the reason when the server refuses it, and goes again at a tap', async () => {
    const { world, phone, id } = await atActivity()
    world.server.refuseEntry = (entry) =>
      entry.enterprise.name === '现场企业 1' ? 'STATE_NOT_POSSIBLE' : null
    phone.entries.add(id, byHand(1, 2))
    await world.clock.pass(600_000)
    expect(kept(phone)).toMatchObject([{ enterprise: enterprise(1), failure: refused }])
    expect(world.server.requests.filter(({ action }) => action === 'enter')).toHaveLength(1)
    world.server.refuseEntry = () => null
    phone.entries.retry(kept(phone)[0]?.id)
    await settle()
    expect(kept(phone)).toEqual([])
    expect(there(world, id)).toContain('现场企业 1')
  })

  test('with the reason when the whole activity is refused; others go on, and the person may give it up', async () => {
    const { world, phone, id } = await atActivity()
    phone.entries.add('0198f000-0000-7000-8000-000000000001', byHand(1))
    await settle()
    phone.entries.add(id, byHand(1))
    await settle()
    expect(there(world, id)).toEqual(['现场企业 1'])
    expect(kept(phone)).toMatchObject([{ failure: { code: 'NOT_FOUND' } }])
    phone.entries.remove(kept(phone)[0]?.id ?? '')
    expect(kept(phone)).toEqual([])
  })

  test('entered anew in place of one that was refused, with the name as it is now', async () => {
    const { world, phone, id } = await atActivity()
    world.server.refuseEntry = () => 'STATE_NOT_POSSIBLE'
    phone.entries.add(id, byHand(1))
    await settle()
    world.server.refuseEntry = () => null
    const renamed = { ...enterprise(1), name: '改过的名称' }
    expect(phone.entries.add(id, [{ enterprise: renamed, source: 'staff-entry' }])).toBe(1)
    await settle()
    expect(there(world, id)).toEqual(['改过的名称'])
    expect(kept(phone)).toEqual([])
  })
})

test('each sending tells the time of the phone, by which the server judges when they were entered', async () => {
  const { world, phone, id } = await atActivity()
  world.server.fate = ({ action }) => (action === 'enter' ? 'lost' : 'fine')
  phone.entries.add(id, byHand(1))
  await world.clock.pass(60_000)
  const sent = world.server.requests.filter(({ action }) => action === 'enter').map(({ input }) => input)
  const times = sent.map((input) => (input as { sentAt: string }).sentAt)
  expect(times.length).toBeGreaterThan(1)
  expect([...times].sort()).toEqual(times)
  expect(new Set(times).size).toBe(times.length)
})

test('a phone that is full says so, and keeps what it kept before', async () => {
  const { world, phone, id } = await atActivity()
  world.server.fate = () => 'lost'
  phone.entries.add(id, byHand(1))
  // Copies of what the server has give way first.
  for (const key of world.storage.keys()) if (key.startsWith('known/')) world.storage.remove(key)
  world.storage.room = world.storage.usage().used + 400
  expect(() => phone.entries.add(id, byHand(2, 3, 4))).toThrow('空间已满')
  expect(kept(phone).map(({ enterprise: { name } }) => name)).toEqual(['现场企业 1', '现场企业 2'])
  world.storage.room = Infinity
  expect(phone.entries.add(id, byHand(2, 3, 4))).toBe(2)
})

test('a long list goes out in batches, and each receipt says whether the enterprise was there before', async () => {
  const { world, phone, id } = await atActivity()
  phone.entries.add(id, byHand(7))
  await settle()
  const numbers = Array.from({ length: 120 }, (_, n) => n + 1)
  phone.entries.add(id, byHand(...numbers))
  await world.clock.pass(1_000)
  expect(kept(phone)).toEqual([])
  expect(there(world, id)).toHaveLength(120)
  const { received } = phone.entries.store.get()
  expect(received).toHaveLength(121)
  const before = received.filter(({ entry, participation }) => entry.id !== participation.id)
  expect(before.map(({ entry }) => entry.enterprise.name)).toEqual(['现场企业 7'])
})

test('the names of enterprises that were met are known after a restart, the latest first', async () => {
  const storage = fakeStorage()
  const world = makeWorld()
  const phone = world.open({ storage })
  phone.enterprises.remember([enterprise(1), enterprise(2)])
  phone.enterprises.remember([{ ...enterprise(2), name: '新名' }])
  phone.enterprises.remember([{ ...enterprise(2), name: '新名' }])
  const again = world.open({ storage })
  expect(again.enterprises.store.get().map(({ name }) => name)).toEqual(['新名', '现场企业 1'])
})
