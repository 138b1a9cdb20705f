/** The daily timer: tells managers what falls due soon or has fallen due, where they have subscribed to it. */
import { monthOf, previousMonth, shanghaiDate } from '../../src/shared/calendar'
import { tiers, type Tier } from '../../src/shared/contract'
import { filingTitle, reminderOf } from '../../src/shared/filings'
import type { Rubric } from '../../src/shared/rubric'
import { transact, type TimerCall } from '../backend'
import { managersOf, readHistories } from '../backend/filings'
import { allPlatforms } from '../backend/tallies'
import { keysOf, rubricOfYear } from './due'
import { tell, type Messages } from './messages'
import { dueDay, statusOf } from './status'

/** Sends nothing unless a template is set up. */
export function remind({ templates, send }: Messages) {
  return async ({ database, now }: TimerCall): Promise<void> => {
    const templateId = templates.reminder
    if (templateId === null) return
    const year = previousMonth(monthOf(shanghaiDate(now))).slice(0, 4)
    const asking = await transact(database, async (trx) => {
      const platforms = await allPlatforms(trx)
      const rubrics = new Map<Tier, Rubric | null>()
      for (const tier of tiers) rubrics.set(tier, await rubricOfYear(trx, tier, year))
      const keys = platforms.flatMap((platform) =>
        keysOf(rubrics.get(platform.tier) ?? null, platform, year, now),
      )
      const histories = await readHistories(
        trx,
        platforms.map(({ id }) => id),
        [...new Set(keys.map(({ period }) => period))],
      )
      return keys.flatMap((key) => {
        const status = statusOf(key, histories(key), now)
        const reminder = reminderOf(status)
        return reminder === null ? [] : [{ platformId: key.platformId, status, reminder }]
      })
    })
    const managers = await managersOf(database, [...new Set(asking.map(({ platformId }) => platformId))])
    for (const { platformId, status, reminder } of asking) {
      const { kind, period, dueAt } = status
      for (const manager of managers.filter((each) => each.platformId === platformId)) {
        await tell({ database, send, now }, manager, `${reminder}/${platformId}/${kind}/${period}`, {
          templateId,
          page: 'pages/filings/index',
          values: {
            thing1: filingTitle(kind, period),
            time2: `${dayInWords(dueDay(dueAt))} 23:59`,
            thing3: reminder === 'soon' ? '请按时报送' : '已过截止时间,请尽快补报',
          },
        })
      }
    }
  }
}

/** 2023年6月5日, as WeChat's `time` wants it, which knows no 24:00. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
