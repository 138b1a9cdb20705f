/**
 * What the generated requests are sent at: three platforms, each with records, participations, filings and results
 * whose texts occur nowhere else, so that an answer that shows one to a stranger can be told.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { RecordPayload } from '../../../src/shared/records'
import { evaluatedWorld } from '../evaluating'
import { activity, everyFunction, host, openidOf, type Name } from '../harness'
import type { Known } from './shaped'

export type Secret = { text: string; platformId: string }
const platformIds = ['p-changsha', 'p-changsha-county', 'p-zhuzhou'] as const
const creditCode = '91430100MA4L16JQ9D'

/** Whose records, filings and results somebody may see, written down here once more and not asked of the policies. */
export const mayKnow: Record<Name, readonly string[]> = {
  阿丽: ['p-changsha'],
  小美: ['p-changsha'],
  老周: ['p-changsha'],
  小吴: ['p-changsha-county'],
  老李: ['p-zhuzhou'],
  小陈: ['p-changsha', 'p-changsha-county'],
  小邓: ['p-zhuzhou'],
  小方: ['p-changsha', 'p-changsha-county'],
  省平台: ['p-hunan', ...platformIds],
  王总: [],
  路人: [],
}

/** A city's staff and managers also read and pass on the annual filings of its counties. */
export const knowsCountyFilings: readonly Name[] = ['阿丽', '小美', '老周', '小方']
const managers: Record<(typeof platformIds)[number], Name | null> = {
  'p-changsha': '老周',
  'p-changsha-county': null,
  'p-zhuzhou': '老李',
}

export function fuzzedProvince() {
  const world = evaluatedWorld()
  const secrets: Secret[] = []
  const known: Record<string, string[]> = {}
  const secret = (platformId: string, what: string) => {
    const text = `秘${createHash('sha256')
      .update(platformId + what)
      .digest('hex')
      .slice(0, 10)}`
    secrets.push({ text, platformId })
    return text
  }

  beforeAll(async () => {
    const { push, approve, giveBack, everything, evaluate, database } = world
    const confirm = host(everything, 'confirm', (given) => everyFunction(given).confirm)
    const filings = host(everything, 'filings', (given) => everyFunction(given).filings)
    const ids: string[] = []
    const tokens: string[] = []
    for (const platformId of platformIds) {
      const recorder: Name =
        platformId === 'p-changsha' ? '阿丽' : platformId === 'p-zhuzhou' ? '老李' : '小吴'
      const matching = await push(
        activity({
          announcement: secret(platformId, 'announcement'),
          startsAt: '2023-06-20T01:00:00Z',
          endsAt: '2023-06-20T04:00:00Z',
        }),
        platformId,
      )
      const approved = await push(activity({ summary: secret(platformId, 'summary') }), platformId)
      await approve(approved)
      const returned = await push(transaction(secret(platformId, 'service')), platformId)
      await giveBack(returned)
      ids.push(matching.id, approved.id, returned.id)
      const { token } = await confirm(recorder).call('issueCode', { activityId: matching.id, kind: 'poster' })
      tokens.push(token)
      await confirm(recorder).call('enter', {
        activityId: matching.id,
        entries: [
          {
            id: randomUUID(),
            enterprise: { name: '长沙示例制造有限公司', creditCode },
            source: 'staff-entry',
            at: '2023-06-20T02:00:00Z',
          },
        ],
      })
      await evaluate('省平台').call('state', {
        platformId,
        year: '2023',
        name: 'registrationTarget',
        value: 100,
        source: secret(platformId, 'source'),
      })
      const manager = managers[platformId]
      if (manager !== null)
        await filings(manager).call('fileMonthly', {
          platformId,
          month: '2023-05',
          figures: [
            { name: 'registrations', value: 30, source: '湘企融后台导出' },
            { name: 'onlineTransactions', value: 12, source: '湘企融后台导出' },
          ],
          remark: secret(platformId, 'remark'),
          replaces: 0,
          reason: '',
        })
    }
    await evaluate('省平台').call('run', { period: '2023-06' })
    await evaluate('省平台').call('run', { period: '2023-05' })
    await evaluate('省平台').call('freeze', { period: '2023-05' })
    const results = await database.selectFrom('results').select(['id', 'platform_id']).execute()
    for (const { id, platform_id } of results) secrets.push({ text: id, platformId: platform_id })

    Object.assign(known, {
      platformId: ['p-hunan', ...platformIds, 'p-nowhere'],
      countyId: ['p-changsha-county', 'p-zhuzhou'],
      id: ids,
      activityId: ids,
      recordId: ids,
      uuid: ids,
      token: tokens,
      resultId: results.map(({ id }) => id),
      period: ['2023', '2023-Q2', '2023-05', '2023-06', '2023-12'],
      month: ['2023-04', '2023-05', '2023-06'],
      year: ['2022', '2023', '2024'],
      areaCode: ['430000', '430100', '430121', '430200'],
      creditCode: [creditCode, '91430200MA4L16JQ9X'],
      node: ['loan/events', 'daily/activities', 'daily/activities/brand'],
      criterion: ['digital/support/raise-level', 'loan/events'],
      name: ['registrations', 'onlineTransactions', 'registrationTarget', '长沙示例制造有限公司'],
      source: ['湘企融后台导出'],
      reason: ['补充材料', ''],
      version: ['1', '2023.4'],
      cursor: ['0', '3', 'zz'],
      kind: ['activity', 'demand'],
      'date-time': ['2023-06-20T02:00:00Z', '2023-06-15T01:00:00Z'],
    })
  })
  return { ...world, secrets, known: known satisfies Known, openidOf }
}

const transaction = (service: string): RecordPayload => ({
  kind: 'transaction',
  enterprise: { name: '长沙示例制造有限公司', creditCode },
  service,
  order: 'A-1',
  completedAt: '2023-06-15T01:00:00Z',
  confirmedByBoth: true,
})
