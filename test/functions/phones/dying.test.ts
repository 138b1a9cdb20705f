/**
 * The app dies at 100 random moments, over a bad network and on the real functions: while typing, while saving, at
 * any write to the phone's storage, with a request on its way there or its answer on its way back, while sending
 * photos. Whatever a person was told is saved is on the server afterwards, once.
 */
import fc from 'fast-check'
import { Random } from '../../../cloudfunctions/local/example/random'
import { newId } from '../../../src/phone/ids'
import { photosOf, recordPayload, type Photo } from '../../../src/shared/records'
import { activity } from '../harness'
import { draft } from '../../phone/world'
import { fakeStorage } from '../../phone/world/storage'
import type { OpenedPhone } from '../../phone/world/machine'
import { badNetwork, faults } from './network'
import { phonesWorld } from './world'

const DEATHS = 100
const { clock, handset, sendAs, stored, revisions, database, HOUR } = phonesWorld()

/** What the person knows of a record. */
type Kept = {
  /** The 家次 that they were told are saved; null while they were told nothing. */
  saved: number | null
  /** What they were saving when the app died, since then: any of it is right. */
  unsure: number[]
  photos: Photo[]
}

async function hundredDeaths(seed: number): Promise<void> {
  const random = new Random(`dying ${seed}`)
  const earlier = new Set((await stored()).map(({ id }) => id))
  const phone = handset('阿丽')
  let faulty = true
  const anyFault = random.fork('faults')
  phone.send = badNetwork(sendAs('阿丽'), clock, anyFault, (name) => {
    // The standing costs the most time, and nothing is lost with it.
    if (name === 'standing') return 'lost'
    return faulty && anyFault.chance(0.3) ? anyFault.pick(faults) : null
  })
  const records = new Map<string, Kept>()
  /** The last input that had more than the delay of a draft to be kept, by record; a later one may be kept too. */
  const typed = new Map<string, number>()
  let value = 0

  async function takePhoto(app: OpenedPhone, id: string, kept: Kept): Promise<void> {
    phone.chosen = [Uint8Array.from({ length: 40 }, () => random.whole(0, 255))]
    const adding = app.photos.add(id, 'camera', kept.photos.length, (photo) => kept.photos.push(photo))
    // A phone that dies meanwhile never answers.
    await Promise.race([adding.catch(() => {}), clock.pass(0)])
  }

  async function act(app: OpenedPhone, dead: () => boolean): Promise<void> {
    const known = [...records].filter(([, { saved }]) => saved !== null).map(([id]) => id)
    // Rather one that is on its way.
    const waiting = [...app.outbox.items.get().keys()].filter((each) => known.includes(each))
    const again = random.chance(0.5)
      ? random.sample(waiting.length > 0 && random.chance(0.7) ? waiting : known, 1)[0]
      : undefined
    const id = again ?? newId(clock.now())
    const kept = records.get(id) ?? { saved: null, unsure: [], photos: [] }
    records.set(id, kept)
    const form = draft(id, { platformId: 'p-changsha', reason: '修改' })
    try {
      value += 1
      app.drafts.change({ ...form, fields: { attendances: value } })
      if (random.chance(0.5)) {
        await clock.pass(300)
        if (!dead() && app.drafts.trouble.get() === null) typed.set(id, value)
      }
      if (random.chance(0.2) && kept.photos.length < 3) await takePhoto(app, id, kept)
      if (random.chance(0.15) || dead()) return
      kept.unsure.push((value += 1))
      app.saveRecord(form, activity({ attendances: value, photos: [...kept.photos] }))
      Object.assign(kept, { saved: value, unsure: [] })
      typed.delete(id)
    } catch {
      // It died while saving: the person was told nothing, and either the draft is there or what was to be saved.
    }
  }

  function wasSaved(app: OpenedPhone, id: string): boolean {
    const payload = app.outbox.items.get().get(id)?.record.payload
    return payload?.kind === 'activity' && (records.get(id)?.unsure ?? []).includes(payload.attendances)
  }

  for (let death = 0; death < DEATHS; death += 1) {
    const storage = fakeStorage(phone.storage.content, () => random.next())
    const app = phone.open(storage)
    for (const [id, last] of typed) {
      if (wasSaved(app, id)) typed.delete(id)
      else expect(app.drafts.store.get().get(id)?.fields.attendances).toBeGreaterThanOrEqual(last)
    }
    await clock.pass(random.whole(0, 200))
    storage.lives = random.whole(0, 25)
    for (let acts = random.whole(1, 5); acts > 0 && !storage.dead(); acts -= 1) {
      await act(app, () => storage.dead())
      if (random.chance(0.6)) await clock.pass(random.whole(0, 20_000))
    }
    // Whatever is left of this run dies in the middle of what it is doing.
    storage.lives = -1
  }

  faulty = false
  await clock.pass(HOUR)
  const app = phone.open()
  await clock.pass(HOUR)

  expect([...app.outbox.items.get().values()].map(({ failure }) => failure)).toEqual([])
  const own = (await stored()).filter(({ id }) => !earlier.has(id))
  const rows = new Map(own.map((row) => [row.id, row]))
  let edited = 0
  for (const [id, { saved, unsure }] of records) {
    const row = rows.get(id)
    if (!row && saved === null) continue
    const payload = recordPayload.parse(row?.payload)
    expect(saved === null ? unsure : [saved, ...unsure]).toContain(
      payload.kind === 'activity' ? payload.attendances : null,
    )
    if (row && row.revision > 1) edited += 1
    const arrived = await database
      .selectFrom('photos')
      .select('photo_id')
      .where('record_id', '=', id)
      .orderBy('photo_id')
      .execute()
    const arrivedIds = arrived.map(({ photo_id }) => photo_id)
    for (const photo of photosOf(payload)) expect(arrivedIds).toContain(photo.id)
    expect(app.records.get().find((each) => each.id === id)).toMatchObject({
      state: 'submitted',
      revision: row?.revision,
      unsent: false,
    })
  }
  for (const id of rows.keys()) expect(records.has(id)).toBe(true)
  // Each revision once, the last one in force.
  const versions = new Map<string, { revision: number; hash: string }[]>()
  for (const { record_id, ...version } of await revisions()) {
    if (earlier.has(record_id)) continue
    versions.set(record_id, [...(versions.get(record_id) ?? []), version])
  }
  for (const [id, all] of versions) {
    expect(all.at(-1)).toEqual({ revision: rows.get(id)?.revision, hash: rows.get(id)?.hash })
  }
  // It was worth the trouble.
  expect(rows.size).toBeGreaterThan(50)
  expect(edited).toBeGreaterThan(10)
  expect(phone.uploads.length).toBeGreaterThan(5)
}

it('has every saved record once on the server where an edit that was given up on arrived after the last one', async () => {
  await hundredDeaths(2019158400)
}, 120_000)

it('has every saved record and photo on the server where a photo was taken before the app died, and named after', async () => {
  await hundredDeaths(2147483641)
}, 120_000)

it('has every saved record once on the server after 100 deaths of the app', async () => {
  // The seed is what a failure prints: `hundredDeaths(seed)` does the same again.
  await fc.assert(fc.asyncProperty(fc.integer(), hundredDeaths), { numRuns: 1, endOnFailure: true })
}, 120_000)
