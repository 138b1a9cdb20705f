/** 季度通报 of both classes: what the quarter brought, the ranking so far, and the overview in words. */
import { Refusal, reportsContract } from '../../src/shared/contract'
import { allow, allows } from '../backend'
import type { Result } from '../backend/results'
import { bulletinBlocks, bulletinTitle } from './bulletin-text'
import { writeDocument } from './documents'
import { exporting, limits } from './exporting'
import type { FileStore } from './file-store'
import { fileNameOf } from './file-name'
import { readClass } from './read-class'

export const bulletin = (store: FileStore) =>
  exporting(store, reportsContract.bulletin, limits.file, async (reading, { period }) => {
    const sees = ({ state }: Result) =>
      state === 'published' || allows(reading, 'reports.bulletin', { platform: null })
    const classes = [
      await readClass(reading.trx, 'city', period, sees),
      await readClass(reading.trx, 'county', period, sees),
    ].filter(({ rows }) => rows.length > 0)
    // Marks that are not published are the province's alone (D36), and so is whether there are any.
    const published =
      classes.length > 0 && classes.every(({ rows }) => rows.every(({ state }) => state === 'published'))
    if (!published) allow(reading, 'reports.bulletin', { platform: null })
    if (classes.length === 0)
      throw new Refusal('NOT_FOUND', { message: '这一季度还没有结果,没有可导出的通报。' })
    const title = bulletinTitle(period)
    return async () => ({
      fileName: fileNameOf([title], 'docx'),
      content: await writeDocument(title, bulletinBlocks(period, classes, published, reading.now)),
    })
  })
