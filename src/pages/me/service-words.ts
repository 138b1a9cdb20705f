/** What the service says of itself, as rows for the province. */
import { recentText } from '../../components/figures'
import { periodTitle } from '../../shared/calendar'
import type { Output } from '../../shared/contract'

export type ServiceRow = { title: string; note: string; value: string; wrong: boolean }

/** Nothing for those who are not told. */
export function serviceRows({ version, province }: Output<'session', 'health'>, now: Date): ServiceRow[] {
  if (!province) return []
  const { migration, expectedMigration, lastRun } = province
  const other = expectedMigration !== null && migration !== expectedMigration
  return [
    { title: '服务版本', note: '', value: version, wrong: false },
    {
      title: '数据库',
      note: other ? `现在是 ${dated(migration)},应为 ${dated(expectedMigration)}` : dated(migration),
      value: other ? '与服务不一致' : '已是最新',
      wrong: other,
    },
    lastRun
      ? {
          title: '最近一次评价运行',
          note: `${periodTitle(lastRun.period)},${recentText(lastRun.startedAt, now)} 开始`,
          value: lastRun.finishedAt === null ? '没有完成' : '已完成',
          wrong: lastRun.finishedAt === null,
        }
      : { title: '最近一次评价运行', note: '', value: '还没有', wrong: false },
  ]
}

/** 20261124000000_add_signs by its day and number; the rest is for the engineer's eyes elsewhere. */
const dated = (migration: string | null) => migration?.slice(0, 14) ?? '空'
