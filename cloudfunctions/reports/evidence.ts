/** The evidence pack of a platform and period: score table, ledger, every record as data, and the photos with an index. */
import { zipSync } from 'fflate'
import { monthsOf } from '../../src/shared/calendar'
import { reportsContract } from '../../src/shared/contract'
import { kindTitles, titleOf } from '../../src/shared/records'
import { listPhotosOfMonths } from '../backend'
import { activitySheets, headOf } from './activity-sheets'
import { countedBesides } from './counted-besides'
import { exporting, limits } from './exporting'
import type { FileStore } from './file-store'
import { fileNameOf, periodName } from './file-name'
import { otherSheets } from './other-sheets'
import { checkSize, namedPhotos, readPhotos, type PackedPhoto } from './pack-photos'
import { readLedger, type Ledger } from './read-ledger'
import { readScore } from './read-score'
import { scoreSheet } from './score-sheet'
import { writeWorkbook, type SheetPlan } from './sheets'
import { platformFor } from './subject'

export const evidence = (store: FileStore) =>
  exporting(store, reportsContract.evidence, limits.pack, async (reading, { platformId, period }) => {
    const { trx, now } = reading
    const platform = await platformFor(reading, 'reports.evidence', platformId)
    const score = await readScore(trx, platform, period)
    const ids = score ? await countedBesides(trx, score.result) : []
    const ledger = await readLedger(trx, [platform], period, ids)
    const chosen = { months: monthsOf(period), ids }
    const photos = namedPhotos(ledger.records, await listPhotosOfMonths(trx, platformId, chosen))
    checkSize(photos)
    return async () => {
      const packed = await readPhotos(photos, store)
      const sheets = [...activitySheets(ledger, now), ...otherSheets(ledger, now)]
      const files: Files = {
        ...(score ? { '评分表.xlsx': await writeWorkbook([scoreSheet(score)], now) } : {}),
        '记录台账.xlsx': await writeWorkbook(sheets, now),
        '记录.json': Buffer.from(dataOf(ledger, now)),
        ...(packed.length > 0
          ? { '照片索引.xlsx': await writeWorkbook([photoSheet(ledger, packed, now)], now) }
          : {}),
      }
      for (const { path, content } of packed) if (content) files[path] = content
      return {
        fileName: fileNameOf([platform.name, periodName(period), '佐证材料'], 'zip'),
        content: zipOf(files),
      }
    }
  })

type Files = Record<string, Uint8Array>

/** Photos and Excel files are compressed already. */
function zipOf(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        [content, { level: path.endsWith('.json') ? 6 : 0 }],
      ]),
    ),
  )
}

function dataOf({ platforms: [platform], period, records, participations }: Ledger, now: Date): string {
  return JSON.stringify({ platform, period, madeAt: now.toISOString(), records, participations }, null, 1)
}

export function photoSheet(ledger: Ledger, photos: readonly PackedPhoto[], now: Date): SheetPlan {
  const missing = photos.filter(({ content }) => content === null).length
  return {
    name: '照片索引',
    title: '照片索引',
    notes: [
      headOf(ledger, now),
      `照片 ${photos.length} 张,收录 ${photos.length - missing} 张${missing > 0 ? `,未收录 ${missing} 张(见备注)` : ''}`,
    ],
    columns: [
      { title: '文件', width: 46 },
      { title: '日期', width: 12, align: 'center' },
      { title: '记录种类', width: 12, align: 'center' },
      { title: '记录名称', width: 34 },
      { title: '第几张', width: 8, align: 'center' },
      { title: '大小(KB)', width: 9, align: 'right' },
      { title: 'SHA-256', width: 34 },
      { title: '记录编号', width: 22 },
      { title: '备注', width: 20 },
    ],
    rows: photos.map(({ record, number, path, sha256, content, remark }) => [
      content ? path : null,
      record.date,
      kindTitles[record.payload.kind],
      titleOf(record.payload),
      number,
      content && Math.ceil(content.byteLength / 1024),
      sha256,
      record.id,
      remark,
    ]),
    filter: true,
  }
}
