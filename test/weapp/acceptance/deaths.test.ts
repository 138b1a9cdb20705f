/**
 * The built app dies at 100 random moments, on two phones and over a bad network: while it starts, while something is
 * typed, saved, changed, photographed or sent, at any write to the phone. Whatever a person was told is saved is on
 * the server afterwards, once. A failure says its seed: DEATHS_SEED=<seed> draws the same again, though not the same
 * instants.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../../../cloudfunctions/local/example/random'
import { photosOf, titleOf, type RecordPayload } from '../../../src/shared/records'
import type { StoredRecord } from '../../../src/shared/contract'
import { eventually, hasTrials } from '../driver'
import { project } from '../driver/built'
import { DyingPhone, type Version } from './dying'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import { recordsOf, sha256OfFile } from './server'

// Takes a minute where nothing else runs.
jest.setTimeout(600_000)
const PERSON = 'preview-liuyang-staff'
const LIVES = 50
const BAD_CALLS = 0.3
const SENDING = 60_000
const seed = process.env.DEATHS_SEED ?? String(Math.floor(Math.random() * 1e9))
let province: Province
let earlier: ReadonlySet<string>
beforeAll(async () => {
  province = await openProvince()
  earlier = new Set((await recordsOf(province, PERSON)).map(({ id }) => id))
}, PATIENCE)
afterAll(() => province?.close())

const entered = async () => (await recordsOf(province, PERSON)).filter(({ id }) => !earlier.has(id))

const versionOf = (payload: RecordPayload): Version => ({
  attendances: payload.kind === 'activity' ? payload.attendances : Number.NaN,
  photos: photosOf(payload).length,
})

/** The lives of one phone, until all that waited on it has been sent; null where no app dies on demand. */
async function livesOf(mark: string): Promise<DyingPhone | null> {
  let dying: DyingPhone | null = null
  await withPhone(province, PERSON, async (screen, hand) => {
    await screen.see('接下来最划算')
    const { trials } = hand
    if (!trials) return
    await trials.spoilNetwork(BAD_CALLS, `network ${seed} ${mark}`)
    dying = new DyingPhone(hand, trials, new Random(`deaths ${seed} ${mark}`), mark)
    try {
      for (let life = 0; life < LIVES; life += 1) await dying.live()
      await dying.recover()
      await eventually(async () => {
        const own = (await entered()).filter(({ payload }) => titleOf(payload).startsWith(mark))
        expect(own.flatMap(({ missingPhotos }) => missingPhotos)).toEqual([])
      }, SENDING)
    } finally {
      const folder = join(project, '.local', 'weapp-deaths')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${seed}-${mark}.txt`), dying.journal.join('\n'))
    }
  })
  return dying
}

/** In the last version of which the person was told, or one that was being saved when the app died. */
function expectEachOnce({ records }: DyingPhone, there: readonly StoredRecord[]): void {
  for (const [title, { saved, unsure }] of records) {
    const found = there.filter(({ payload }) => titleOf(payload) === title)
    if (found.length === 0 && saved === null) continue
    expect({ title, times: found.length }).toEqual({ title, times: 1 })
    const right = saved === null ? unsure : [saved, ...unsure]
    for (const { payload } of found) {
      const version = versionOf(payload)
      expect({ title, version, right }).toEqual({ title, version, right: expect.arrayContaining([version]) })
    }
  }
}

test(`every record that a person saved is there once after 100 deaths of the app (DEATHS_SEED=${seed})`, async () => {
  if (!hasTrials) return console.log('No app dies on demand in this host: its deaths are left out.')
  const ends = await Promise.allSettled(['甲', '乙'].map(livesOf))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  const phones = ends.flatMap((end) => (end.status === 'fulfilled' ? (end.value ?? []) : []))

  const there = await entered()
  const titles = phones.flatMap(({ records }) => [...records.keys()])
  for (const { payload } of there) expect(titles).toContain(titleOf(payload))
  for (const phone of phones) expectEachOnce(phone, there)
  for (const { id, sha256 } of there.flatMap(({ payload }) => photosOf(payload))) {
    expect({ id, sha256: await sha256OfFile(province, id) }).toEqual({ id, sha256 })
  }

  await withPhone(province, PERSON, async (screen) => {
    await screen.goToTab('records')
    for (const { payload } of new Random(seed).sample(there, 3)) {
      await screen.type('搜索名称', titleOf(payload))
      await eventually(async () => expect(await screen.all('.records-main')).toHaveLength(1))
      await screen.see(titleOf(payload), '待审核')
    }
  })

  // It was worth the trouble.
  expect(there.length).toBeGreaterThan(40)
  expect(there.filter(({ revision }) => revision > 1).length).toBeGreaterThan(10)
  expect(there.flatMap(({ payload }) => photosOf(payload)).length).toBeGreaterThan(10)
})
