/**
 * A server with the rules of the real one for records: the same id and hash again is a success again, the same
 * revision with another hash, and a change of what is not in force, is a conflict. Its network loses what a test tells it to.
 */
import { rubricById, rubricDocument } from '../../../src/shared/rubric'
import { dateOfAct, pushedRecord, toCountable, type PushedRecord } from '../../../src/shared/records'
import { emptyTally, tally } from '../../../src/shared/scoring'
import { errors, type ErrorCode, type PushResult, type ServerState } from './contract'
import { NetworkFailure, type Send } from '../../../src/phone/transport'

export const platform = { id: 'liuyang', name: '浏阳市窗口平台', tier: 'county', areaCode: '430181' }
export const secondPlatform = { ...platform, id: 'changsha', name: '长沙市窗口平台' }
const rubric = rubricById('hunan-2023-county')

type Row = { record: PushedRecord; state: ServerState; returnReason: string | null; change: number }
type Reply = unknown
export type Entered = {
  id: string
  enterprise: { name: string; creditCode: string }
  source: string
  at: string
}
/** What happens to a request: it arrives and is answered, or one of the two does not happen. */
export type Fate = 'fine' | 'lost' | 'reply-lost' | 'captive' | 'refuse' | 'twice'

export type FakeServer = {
  rows: Map<string, Row>
  /** Every version that was ever stored, in order. */
  stored: PushedRecord[]
  requests: { name: string; action: string; input: unknown }[]
  photos: Set<string>
  /** Where the person is a member. */
  platforms: (typeof platform)[]
  /** Enterprises entered by staff, by activity and credit code; the first entry stays. */
  entered: Map<string, Map<string, Entered>>
  send: Send
  fate: (request: { name: string; action: string }) => Fate
  /** What it tells as its latest change; null: the truth. */
  latest: number | null
  /** Puts it back to a time before anything was stored. */
  forget: () => void
  refusal: ErrorCode
  /** Runs while a request is on its way. */
  onTheWay: (action: string) => void | Promise<void>
  refuseRecord: (record: PushedRecord) => ErrorCode | null
  refuseEntry: (entry: Entered) => ErrorCode | null
  decide: (id: string, state: ServerState, reason?: string) => void
}

export function fakeServer(): FakeServer {
  let change = 0
  const server: FakeServer = {
    rows: new Map(),
    stored: [],
    requests: [],
    photos: new Set(),
    platforms: [platform],
    entered: new Map(),
    refuseEntry: () => null,
    fate: () => 'fine',
    latest: null,
    forget() {
      change = 0
      server.rows.clear()
    },
    refusal: 'UNAVAILABLE',
    onTheWay: () => {},
    refuseRecord: () => null,
    decide(id, state, reason) {
      const row = server.rows.get(id)
      if (row) server.rows.set(id, { ...row, state, returnReason: reason ?? null, change: ++change })
    },
    async send(name, request) {
      const what = { name, ...request }
      server.requests.push(what)
      const fate = server.fate(what)
      await Promise.resolve()
      if (fate === 'lost') throw new NetworkFailure('offline')
      if (fate === 'captive') return '<html><title>请登录 Wi-Fi</title></html>'
      if (fate === 'refuse') return refusalOf(server.refusal)
      await server.onTheWay(request.action)
      // JSON, as over a real wire.
      const input: unknown = JSON.parse(JSON.stringify(request.input))
      if (fate === 'twice') answer(name, request.action, input)
      const reply = JSON.parse(JSON.stringify(answer(name, request.action, input))) as Reply
      if (fate === 'reply-lost') return new Promise(() => {})
      return reply
    },
  }

  function answer(name: string, action: string, input: unknown): Reply {
    const data = actions[`${name}.${action}`]?.(input as never)
    return data === undefined ? refusalOf('NOT_FOUND') : { ok: true, data }
  }

  const actions: Record<string, (input: never) => unknown> = {
    'session.whoAmI': () => ({
      personId: 'p1',
      name: '周工',
      memberships: server.platforms.map((each) => ({
        id: `member-${each.id}`,
        role: 'staff',
        platform: each,
        areaCode: null,
      })),
      enterprise: null,
      serverTime: '2023-05-11T02:00:00Z',
    }),
    'records.push': ({ records }: { records: unknown[] }) => ({ results: records.map(push) }),
    'records.pull': ({ platformId, cursor }: { platformId: string; cursor: string | null }) => {
      const since = Number(cursor ?? 0)
      const own = [...server.rows.values()].filter(({ record }) => record.platformId === platformId)
      const changed = own.filter((row) => row.change > since)
      const latest = server.latest ?? change
      const page = changed.sort((a, b) => a.change - b.change).slice(0, 50)
      return {
        records: page.map(asStored),
        cursor: String(page[page.length - 1]?.change ?? since),
        more: changed.length > page.length,
        latest,
      }
    },
    'records.attachPhoto': ({ photo }: { photo: { id: string } }) => {
      server.photos.add(photo.id)
      return { missingPhotos: [] }
    },
    'confirm.enter': ({ activityId, entries }: { activityId: string; entries: Entered[] }) => {
      const state = server.rows.get(activityId)?.state
      if (state === undefined) return undefined
      const there = server.entered.get(activityId) ?? new Map<string, Entered>()
      server.entered.set(activityId, there)
      const results = entries.map((entry) => {
        const { creditCode } = entry.enterprise
        const code = server.refuseEntry(entry)
        if (code) return { id: entry.id, participation: null, code, message: errors[code].message }
        const first = there.get(creditCode) ?? entry
        there.set(creditCode, first)
        const { id, enterprise, source, at: confirmedAt } = first
        const participation = { id, activityId, enterprise, source, confirmedAt }
        return {
          id: entry.id,
          participation: { ...participation, late: false, stars: null, comment: null },
          code: null,
          message: null,
        }
      })
      return { results }
    },
    'standing.progress': () => ({
      platform,
      rubric: { id: rubric.id, version: rubric.version, digest: 'd'.repeat(64) },
      asOf: '2023-05-11',
      approved: tallyOf('approved'),
      pending: tallyOf('submitted'),
      pendingRecords: 0,
      cuts: null,
      exclusion: null,
      standing: null,
    }),
    'standing.rubric': () => ({ document: rubricDocument(rubric.id) }),
  }

  function tallyOf(state: ServerState) {
    const rows = [...server.rows.values()].filter((row) => row.state === state)
    const records = rows.map(({ record }) =>
      toCountable(record.id, record.payload, { approved: true }, rubric.completeness),
    )
    return rows.length === 0 ? emptyTally : tally(rubric, records)
  }

  function push(sent: unknown): PushResult {
    const record = pushedRecord.parse(sent)
    const before = server.rows.get(record.id)
    const result = (outcome: PushResult['outcome'], code: ErrorCode | null = null): PushResult => ({
      id: record.id,
      revision: record.revision,
      hash: record.hash,
      outcome,
      code,
      message: code && errors[code].message,
      server: before
        ? { revision: before.record.revision, hash: before.record.hash, state: before.state }
        : null,
    })
    const code = server.refuseRecord(record)
    if (code) return result('refused', code)
    if (before && before.record.revision === record.revision) {
      return before.record.hash === record.hash ? result('repeated') : result('refused', 'CONTENT_CONFLICT')
    }
    const basedOn = record.basedOn ?? record.revision - 1
    if (before && (record.revision < before.record.revision || basedOn !== before.record.revision))
      return result('refused', 'REVISION_CONFLICT')
    if (before?.state === 'returned' && record.returnSeen === false)
      return result('refused', 'RETURNED_MEANWHILE')
    if (before && record.reason === '') return result('refused', 'REASON_REQUIRED')
    server.rows.set(record.id, { record, state: 'submitted', returnReason: null, change: ++change })
    server.stored.push(record)
    return result('stored')
  }

  function asStored({ record, state, returnReason }: Row) {
    const { id, platformId, revision, hash, payload, filledAt } = record
    return {
      ...{
        id,
        platformId,
        platformName: platform.name,
        revision,
        hash,
        payload,
        filledAt,
        state,
        returnReason,
      },
      date: dateOfAct(payload),
      receivedAt: filledAt,
      approvedAttendances: null,
      missingPhotos: [],
      participants: { scan: 0, staffScan: 0, staffEntry: 0 },
      clockSuspect: false,
    }
  }
  return server
}

export function refusalOf(code: ErrorCode) {
  return { ok: false, error: { code, message: errors[code].message, retry: errors[code].retry } }
}
