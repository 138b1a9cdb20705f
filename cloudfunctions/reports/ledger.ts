/** 服务台账 of a platform and period; of a city with its counties as choice. */
import { Refusal, reportsContract, type Platform } from '../../src/shared/contract'
import { allow, areaPrefix, listPlatforms } from '../backend'
import { activitySheets } from './activity-sheets'
import { exporting, limits, type Reading } from './exporting'
import type { FileStore } from './file-store'
import { fileNameOf, periodName } from './file-name'
import { readLedger } from './read-ledger'
import { writeWorkbook } from './sheets'
import { platformFor } from './subject'

export const ledger = (store: FileStore) =>
  exporting(store, reportsContract.ledger, limits.file, async (reading, input) => {
    const platform = await platformFor(reading, 'reports.ledger', input.platformId)
    const platforms = input.counties ? [platform, ...(await countiesOf(reading, platform))] : [platform]
    const read = await readLedger(reading.trx, platforms, input.period)
    const name = platforms.length > 1 ? '服务台账(含县市区)' : '服务台账'
    return async () => ({
      fileName: fileNameOf([platform.name, periodName(input.period), name], 'xlsx'),
      content: await writeWorkbook(activitySheets(read, reading.now), reading.now),
    })
  })

/** Whoever may not see one of them is refused: a ledger that leaves out some would pass for the whole. */
async function countiesOf(reading: Reading, city: Platform): Promise<Platform[]> {
  if (city.tier !== 'city') {
    throw new Refusal('INVALID_INPUT', { fields: { counties: '只有市州平台有所辖县市区' } })
  }
  const scope = { all: false, platformIds: [], areaPrefixes: [areaPrefix(city.areaCode)] }
  const counties = (await listPlatforms(reading.trx, scope)).filter(({ tier }) => tier === 'county')
  for (const platform of counties) allow(reading, 'reports.ledger', { platform })
  return counties
}
