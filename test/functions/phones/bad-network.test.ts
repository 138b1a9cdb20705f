/**
 * 500 records from 5 phones while 30 % of all calls go wrong in some way: the server has each record once and in its
 * last version, and every phone shows what the server has.
 */
import fc from 'fast-check'
import { Random } from '../../../cloudfunctions/local/example/random'
import { newId } from '../../../src/phone/ids'
import { recordPayload } from '../../../src/shared/records'
import { draft } from '../../phone/world'
import { activity, type Name } from '../harness'
import { badNetwork, faults, type Fault } from './network'
import { phonesWorld } from './world'

const EACH = 100
const { clock, handset, sendAs, stored, revisions, HOUR } = phonesWorld()

const staff = {
  阿丽: 'p-changsha',
  小美: 'p-changsha',
  老周: 'p-changsha',
  小吴: 'p-changsha-county',
  老李: 'p-zhuzhou',
} as const satisfies Partial<Record<Name, string>>

async function aBadDay(seed: number): Promise<void> {
  const random = new Random(`network ${seed}`)
  const earlier = (await stored()).length
  const seen = new Map<Fault, number>()
  let calls = 0
  let faulty = false
  const phones = Object.entries(staff).map(([name, platformId]) => {
    const who = name as keyof typeof staff
    const own = random.fork(who)
    const send = badNetwork(sendAs(who), clock, own, (asked) => {
      // The standing costs the most time, and nothing is lost with it.
      if (asked === 'standing') return 'lost'
      calls += 1
      if (!faulty || !own.chance(0.3)) return null
      const fault = own.pick(faults)
      seen.set(fault, (seen.get(fault) ?? 0) + 1)
      return fault
    })
    return { platformId, app: handset(who, { send }).open(), own, saved: new Map<string, number>() }
  })
  // Who has never had a network does not know for which platform to record.
  await clock.pass(0)
  faulty = true

  let value = 0
  while (phones.some(({ saved }) => saved.size < EACH)) {
    for (const { platformId, app, own, saved } of phones) {
      for (let count = own.whole(0, 12); count > 0; count -= 1) {
        const waiting = [...app.outbox.items.get().keys()]
        const from = waiting.length > 0 && own.chance(0.5) ? waiting : [...saved.keys()]
        const again = saved.size >= EACH || own.chance(0.25) ? own.sample(from, 1)[0] : undefined
        const id = again ?? newId(clock.now())
        value = (value % 5_000) + 1
        app.saveRecord(draft(id, { platformId, reason: '修改' }), activity({ attendances: value }))
        saved.set(id, value)
      }
    }
    await clock.pass(random.whole(0, 25_000))
  }
  faulty = false
  await clock.pass(HOUR)
  for (const { app } of phones) await app.refresh()
  await clock.pass(60_000)

  const rows = new Map((await stored()).map((row) => [row.id, row]))
  expect(rows.size - earlier).toBe(phones.length * EACH)
  for (const { app, platformId, saved } of phones) {
    expect(app.outbox.items.get().size).toBe(0)
    expect(app.outbox.store.get()).toEqual({ uploading: new Set(), trouble: null, stopped: false })
    for (const [id, attendances] of saved) {
      const payload = recordPayload.parse(rows.get(id)?.payload)
      expect(payload).toMatchObject({ attendances })
    }
    // Colleagues' records too: the phone shows all of its platform as the server has it.
    const shown = app.records.get().map(({ id, revision, state, stored: known, unsent }) => {
      return { id, revision, state, hash: known?.hash, unsent }
    })
    const truth = [...rows.values()]
      .filter(({ platform_id }) => platform_id === platformId)
      .map(({ id, revision, state, hash }) => ({ id, revision, state, hash, unsent: false }))
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(shown.sort(byId)).toEqual(truth.sort(byId))
  }
  const versions = (await revisions()).map(({ record_id, revision }) => `${record_id} ${revision}`)
  expect(new Set(versions).size).toBe(versions.length)
  expect(versions.length).toBeGreaterThan(rows.size)
  // All that can go wrong did.
  expect([...seen.keys()].sort()).toEqual([...faults].sort())
  expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0.15 * calls)
}

it('loses and doubles nothing of 500 records from 5 phones', async () => {
  // The seed is what a failure prints: `aBadDay(seed)` does the same again.
  await fc.assert(fc.asyncProperty(fc.integer(), aBadDay), { numRuns: 1, endOnFailure: true })
}, 120_000)
