/** The ranking of a class. Before publication everybody gets the rows that the screen shows them (D36). */
import { Refusal, reportsContract, tierTitles } from '../../src/shared/contract'
import { allows } from '../backend'
import type { Result } from '../backend/results'
import { exporting, limits } from './exporting'
import type { FileStore } from './file-store'
import { fileNameOf, periodName } from './file-name'
import { rankingSheet } from './ranking-sheet'
import { readClass } from './read-class'
import { writeWorkbook } from './sheets'

export const ranking = (store: FileStore) =>
  exporting(store, reportsContract.ranking, limits.file, async (reading, { tier, period }) => {
    const sees = ({ state, platform }: Pick<Result, 'state' | 'platform'>) =>
      state === 'published' || allows(reading, 'reports.ranking', { platform })
    const whole = await readClass(reading.trx, tier, period, sees)
    const rows = whole.rows.filter(sees)
    if (rows.length === 0) {
      throw new Refusal('NOT_FOUND', {
        message: '这一期没有您可以导出的排名。公布前只能导出本平台和本地区的。',
      })
    }
    return async () => ({
      fileName: fileNameOf([`${tierTitles[tier]}窗口平台`, periodName(period), '排名'], 'xlsx'),
      content: await writeWorkbook(
        [rankingSheet({ ...whole, rows }, whole.rows.length, reading.now)],
        reading.now,
      ),
    })
  })
