/** A province that has chosen other readings: from its set-up to what a phone shows of them. */
import { provinceFile, setUpProvince } from '../../../cloudfunctions/local/commands/set-up-province'
import { askedBy } from '../../../src/pages/record/asked'
import { newId } from '../../../src/phone/ids'
import { activity } from '../harness'
import { phonesWorld } from './world'

const { clock, database, handset } = phonesWorld()

const settings = {
  completeParticipants: 'counted',
  enterpriseCounting: 'enterprises',
  honourDate: 'valid',
  honourHolder: 'recommended',
  partialUnits: 'ceil',
  severalCategories: 'each',
}

test('total, advice, the worth of a record and the further fields of the forms follow them', async () => {
  const before = handset('阿丽').open()
  await clock.pass(1_000)
  const shipped = before.progress.store.get().live
  expect(shipped?.rubric.version).toMatch(/^[0-9.]+$/)

  const file = provinceFile.parse({ rubrics: [{ rubric: 'hunan-2023-city', year: '2023', settings }] })
  // Stored later than the one in force: the clock of the database tells them apart.
  await setUpProvince(database, file, new Date())
  const phone = handset('阿丽').open()
  await clock.pass(1_000)
  const { status, live, failure } = phone.progress.store.get()
  expect({ status, failure }).toEqual({ status: 'ready', failure: null })
  expect(live?.rubric.version).toBe(
    `${shipped?.rubric.version}+2023 ${Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
  )
  expect(live?.rubric.chosen).toMatchObject(settings)
  expect(live?.onTheWay.total).toBeGreaterThanOrEqual(0)
  expect(live?.advice.length).toBeGreaterThan(0)
  expect(askedBy(live?.rubric ?? null)).toMatchObject({
    alsoCategories: true,
    validUntil: true,
    holder: true,
  })
  expect(askedBy(shipped?.rubric ?? null)).toMatchObject({ alsoCategories: false, validUntil: false })

  const summary = '介绍贷款产品和申请办法，逐家答疑，收集需求。'
  const worth = phone.worth(newId(clock.now()), activity({ summary }))
  expect(worth?.total).toBeGreaterThan(0)
  // Each of its categories counts.
  const both = phone.worth(newId(clock.now()), activity({ summary, alsoCategories: ['brand'] }))
  expect(both?.total).toBeGreaterThan(worth?.total ?? 0)
})
