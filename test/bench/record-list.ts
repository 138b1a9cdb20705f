// The list of a platform with 2,000 records: the phone's own work, and what a step down the list sends to the screen.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makePhone } from '../../src/phone/parts'
import { everything, filtered } from '../../src/pages/records/filter'
import { activity } from '../shared/records/builders'
import { newId } from '../../src/phone/ids'
import { storageWith } from '../phone/world/many'
import { fakeServer, platform } from '../phone/world/server'
import { built } from '../weapp/driver/built'
import { LONG_LIST, longListSchema } from '../weapp/driver/measured'
import type { Bench, BenchRow } from './bench'
import { platformOf } from './phone'

const RECORDS = 2_000
const TIMES = 20
const now = () => Date.parse('2023-12-01T02:00:00Z')

/** The median of several runs, in ms. */
function median(run: (time: number) => void): number {
  const took = Array.from({ length: TIMES }, (_, time) => {
    const start = performance.now()
    run(time)
    return performance.now() - start
  })
  return took.sort((a, b) => a - b)[TIMES / 2] ?? Number.NaN
}

export const bench: Bench = async () => {
  const storage = storageWith(RECORDS, platform, '2023-11-30T02:00:00Z')
  const start = performance.now()
  const phone = makePhone(platformOf(fakeServer().send, now, storage))
  phone.known.open(platform.id)
  await phone.session.refresh()
  const found = phone.records.get()
  const opened = performance.now() - start
  if (found.length !== RECORDS) throw new Error(`${found.length} records instead of ${RECORDS}`)

  const search = median((time) => void filtered(phone.records.get(), { ...everything, words: `第 ${time}` }))
  const save = median((time) => {
    const saved = { id: newId(now()), platformId: platform.id, payload: activity({ title: `新 ${time}` }) }
    phone.outbox.save({ ...saved, reason: '', serverRevision: 0, returnSeen: false })
    phone.records.get()
  })
  const of = `list of ${RECORDS.toLocaleString('en')} records`
  return [
    { what: `${of}, opened from storage`, budget: 1_000, measured: opened, unit: 'ms' },
    { what: `${of}, searched`, budget: 16, measured: search, unit: 'ms', note: 'a frame' },
    { what: `${of}, one saved`, budget: 50, measured: save, unit: 'ms' },
    scrolled(of),
  ]
}

/** Left behind by the mini-program's tests, as long as it is the build that they drove. */
function scrolled(of: string): BenchRow {
  const what = `${of}, setData of the next 25`
  const app = join(built, 'app.js')
  if (!existsSync(LONG_LIST) || !existsSync(app) || statSync(LONG_LIST).mtimeMs < statSync(app).mtimeMs)
    return {
      what,
      leftOut: 'measured by npm test (its project weapp), that has not run since the last build',
    }
  const { bytes, ms } = longListSchema.parse(JSON.parse(readFileSync(LONG_LIST, 'utf8')))
  const note = `the largest of several steps; ${Math.round(ms)} ms each in the headless WeChat`
  return { what, budget: 64, measured: bytes / 1024, unit: 'KB', note }
}
