// Which records a source asks for. `subject` properties say what a record is about (another category is simply
// another matter); the others say whether it qualifies, and their failure is worth explaining.
import { ownEntry } from '../../own'
import { activityRoleTitles, type CountableRecord } from '../../records'
import type { Rubric, Source } from '../../rubric'

/** In Chinese, why a record that is about the right thing still does not count. */
const reasons: Readonly<Record<string, (value: unknown) => string>> = {
  role: (value) => `角色为${ownEntry(activityRoleTitles, String(value)) ?? String(value)},不计入`,
  published: () => '未在后台发布',
  complete: () => '不是完整服务活动',
  completed: () => '交易未完成',
  inTime: (value) => (value === null ? '缺少该年节假日安排,暂不能判断是否按时发布' : '未按时发布'),
  late: () => '按时报送,不扣分',
  lateAtFirst: () => '按时报送,不扣分',
  filedAfterDue: () => '没有过期补报',
  channel: () => '发布渠道不符',
  online: (value) => (value === true ? '线上活动不计入' : '不是线上活动'),
  ledToLoan: () => '未促成贷款',
  holder: () => '不是本平台的荣誉',
}

type Test = (record: CountableRecord) => boolean

/** What a property is that a record does not state. */
const unstated: Readonly<Record<string, (record: CountableRecord) => unknown>> = {
  holder: () => 'own',
  online: () => false,
  ledToLoan: () => false,
  lateAtFirst: (record) => record.kind === 'obligation' && record.late,
  filedAfterDue: () => false,
}

export function valueOf(record: CountableRecord, property: string): unknown {
  const properties: Readonly<Record<string, unknown>> = record
  const stated = properties[property]
  return stated === undefined ? unstated[property]?.(record) : stated
}

/**
 * The record as each of the things that it is: an event of several categories where each counts (G9), and an event
 * that was both hosted and undertaken, which is either (G14). Undefined for the many records that are one thing.
 */
export function facesOf(rubric: Rubric, record: CountableRecord): CountableRecord[] | undefined {
  if (record.kind !== 'activity') return undefined
  const also = rubric.severalCategories === 'each' ? (record.alsoCategories ?? []) : []
  if (also.length === 0 && record.role !== 'host-undertake') return undefined
  const roles =
    record.role === 'host-undertake' ? ([record.role, 'host', 'undertake'] as const) : [record.role]
  return [record.category, ...also].flatMap((category) =>
    roles.map((role) => ({ ...record, category, role })),
  )
}

function demands(source: Source): (readonly [string, readonly unknown[]])[] {
  return Object.entries(source.where).flatMap(([property, allowed]) =>
    Array.isArray(allowed) ? [[property, allowed] as const] : [],
  )
}

/** A test of everything in `where`. */
export function compileWhere(source: Source): Test {
  const tests = demands(source).map(([property, allowed]): Test => {
    const [only] = allowed
    if (allowed.length === 1) return (record) => valueOf(record, property) === only
    return (record) => allowed.includes(valueOf(record, property))
  })
  const [first, second, third, ...more] = tests
  if (!first) return () => true
  if (!second) return first
  if (!third) return (record) => first(record) && second(record)
  return (record) => first(record) && second(record) && third(record) && more.every((test) => test(record))
}

/** The property that the most sources ask for, or undefined when none asks for anything. */
export function decidingProperty(sources: readonly Source[]): string | undefined {
  const asked = new Map<string, number>()
  for (const source of sources) {
    for (const [property] of demands(source)) asked.set(property, (asked.get(property) ?? 0) + 1)
  }
  let best: string | undefined
  for (const [property, times] of asked) if (times > (asked.get(best ?? '') ?? 0)) best = property
  return best
}

/** Whether a record with this value of this property can meet a source at all. */
export function mayCount(source: Source, property: string, value: unknown): boolean {
  return demands(source).every(([asked, allowed]) => asked !== property || allowed.includes(value))
}

/** Whether a record is about what the source asks for at all. */
export function isAbout(source: Source, record: CountableRecord): boolean {
  if (source.record !== record.kind) return false
  return demands(source).every(
    ([property, allowed]) => property in reasons || allowed.includes(valueOf(record, property)),
  )
}

/** Why it does not qualify, in Chinese; empty when it does. */
export function failings(source: Source, record: CountableRecord): string[] {
  const { take } = source
  const every = typeof take === 'object' && 'every' in take ? Object.entries(take.every) : []
  const failed = [...demands(source), ...every].flatMap(([property, allowed]) => {
    if (property === 'inTime' && isExcused(source, record)) return []
    const value = valueOf(record, property)
    if (!Array.isArray(allowed) || allowed.includes(value)) return []
    return [reasons[property]?.(value) ?? `${property}不符`]
  })
  return returnsTaken(source, record) === 0 ? [...failed, '未被退回'] : failed
}

/** What a record that counts amounts to where that is not plain, in Chinese. */
export function worth(source: Source, record: CountableRecord): string {
  const returns = returnsTaken(source, record)
  return returns === undefined ? '计入' : `被退回 ${returns} 次`
}

/** A demand whose delay a reviewer has excused, where the source lets them (open-questions D48). */
function isExcused({ take }: Source, record: CountableRecord): boolean {
  const lets = typeof take === 'object' && 'every' in take && take.excused
  return lets && record.kind === 'demand' && record.excused === true
}

/** How often a duty was sent back, where the source takes that of it. */
function returnsTaken({ take }: Source, record: CountableRecord): number | undefined {
  const taken = typeof take === 'object' && 'sum' in take && take.sum === 'returns'
  return taken && record.kind === 'obligation' ? (record.returns ?? 0) : undefined
}
