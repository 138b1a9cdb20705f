/** Records that are no activities: one sheet for each kind, if there are any. Pure. */
import { kindTitles, recordKindNames, stateTitles } from '../../src/shared/records'
import { headOf } from './activity-sheets'
import type { Ledger } from './read-ledger'
import { cellOf, columnsOf } from './record-columns'
import type { SheetPlan } from './sheets'

export function otherSheets(ledger: Ledger, now: Date): SheetPlan[] {
  return recordKindNames
    .filter((kind) => kind !== 'activity')
    .flatMap((kind) => {
      const records = ledger.records.filter(({ payload }) => payload.kind === kind)
      if (records.length === 0) return []
      const columns = columnsOf(kind)
      return {
        name: kindTitles[kind],
        title: kindTitles[kind],
        notes: [headOf(ledger, now)],
        columns: [
          { title: '序号', width: 6, align: 'center' as const },
          ...columns.map(({ column }) => column),
          { title: '状态', width: 9, align: 'center' as const },
        ],
        rows: records.map(({ payload, state }, index) => [
          index + 1,
          ...columns.map((column) => cellOf(payload, column)),
          stateTitles[state],
        ]),
        filter: true,
      }
    })
}
