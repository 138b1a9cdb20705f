/** The score table of a platform and period. */
import { Refusal, reportsContract } from '../../src/shared/contract'
import type { FileStore } from './file-store'
import { exporting, limits } from './exporting'
import { fileNameOf, periodName } from './file-name'
import { readScore } from './read-score'
import { scoreSheet } from './score-sheet'
import { writeWorkbook } from './sheets'
import { platformFor } from './subject'

export const scoreTable = (store: FileStore) =>
  exporting(store, reportsContract.scoreTable, limits.file, async (reading, { platformId, period }) => {
    const platform = await platformFor(reading, 'reports.scoreTable', platformId)
    const score = await readScore(reading.trx, platform, period)
    if (!score) throw new Refusal('NOT_FOUND', { message: '这一期还没有结果,没有可导出的评分表。' })
    return async () => ({
      fileName: fileNameOf([platform.name, periodName(period), '评分表'], 'xlsx'),
      content: await writeWorkbook([scoreSheet(score)], reading.now),
    })
  })
