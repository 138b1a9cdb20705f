// A day of records that waited for a network: the phone's own outbox against the real functions, over a network
// that takes its time.
import { createFunction as createRecords } from '../../cloudfunctions/records/create-function'
import { createFunction as createSession } from '../../cloudfunctions/session/create-function'
import { createFunction as createStanding } from '../../cloudfunctions/standing/create-function'
import type { Main } from '../../cloudfunctions/backend'
import { newId } from '../../src/phone/ids'
import { makePhone } from '../../src/phone/parts'
import type { Platform } from '../../src/phone/platform/types'
import { activity } from '../shared/records/builders'
import { storeRubric } from '../functions/evaluating'
import { openidOf, seed } from '../functions/harness/people'
import type { Bench } from './bench'
import { onPglite, type Open } from './databases'
import { platformOf } from './phone'

const RECORDS = 200
const ROUND_TRIP_MS = 200
const LONGEST_MS = 60_000
const now = () => Date.parse('2023-05-11T10:00:00Z')

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Takes a request to the functions as one of the platform's staff: JSON there and back, half of the way each. */
function slowNetwork({ database }: Open): Platform['send'] {
  const dependencies = {
    database,
    clock: () => new Date(now()),
    identity: () => ({ openid: openidOf('阿丽'), byTimer: false }),
    log: () => undefined,
  }
  const functions: Record<string, Main> = {
    records: createRecords(dependencies, async () => []),
    session: createSession(dependencies),
    standing: createStanding(dependencies),
  }
  return async (name, request) => {
    await wait(ROUND_TRIP_MS / 2)
    const main = functions[name]
    if (!main) throw new Error(`the phone asked for ${name}`)
    const answer = await main(JSON.parse(JSON.stringify(request)))
    await wait(ROUND_TRIP_MS / 2)
    return JSON.parse(JSON.stringify(answer))
  }
}

export const bench: Bench = () =>
  onPglite(async (open) => {
    await seed(open.database, new Date('2023-01-01T00:00:00Z'))
    await storeRubric(open.database, 'hunan-2023-city')
    const phone = makePhone(platformOf(slowNetwork(open), now))
    for (let at = 0; at < RECORDS; at += 1) {
      phone.outbox.save({
        id: newId(now()),
        platformId: 'p-changsha',
        payload: activity({ title: `第 ${at + 1} 场对接会` }),
        reason: '',
        serverRevision: 0,
        returnSeen: false,
      })
    }
    const waiting = () => phone.outbox.items.get().size
    if (waiting() !== RECORDS) throw new Error('the records do not wait')

    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      const giveUp = setTimeout(
        () => reject(new Error(`${waiting()} records wait: ${phone.outbox.store.get().trouble}`)),
        LONGEST_MS,
      )
      phone.outbox.items.subscribe(() => {
        if (waiting() > 0) return
        clearTimeout(giveUp)
        resolve()
      })
      phone.start()
    })
    const took = performance.now() - start
    const { rows } = await open.client.query<{ stored: string }>('select count(*) as stored from records')
    if (Number(rows[0]?.stored) !== RECORDS) throw new Error('not all records are stored')
    const what = `${RECORDS} queued records, ${ROUND_TRIP_MS} ms round trip`
    return [{ what, budget: 5, measured: took / 1_000, unit: 's', note: 'all receipts; PGlite' }]
  })
