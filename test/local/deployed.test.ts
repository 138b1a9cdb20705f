/** What is deployed has no door of the preview, and the first start with it gives the whole example. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startHost, type RunningHost } from '../../cloudfunctions/local'
import { contract, type FunctionName } from '../../src/shared/contract'
import { hashedText } from '../../src/shared/records'
import { newFolder, removeFolders, root } from './folders'
import { actAs, callAs, json, send } from './requests'

jest.setTimeout(300_000)
const data = newFolder()
const built = newFolder()
let host: RunningHost
beforeAll(async () => {
  execFileSync(process.execPath, [join('config', 'build-functions.mjs'), built], { cwd: root })
  const began = performance.now()
  host = await startHost({ folder: data, functions: built })
  console.info(`first start with the example: ${secondsSince(began)} s`)
})
afterAll(async () => {
  await host.stop()
  removeFolders()
})

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesOf(path) : [path]))
}
/** In Asia/Shanghai. */
const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
const secondsSince = (began: number) => ((performance.now() - began) / 1000).toFixed(1)
const names = Object.keys(contract).filter((name): name is FunctionName => name in contract)
/** One request of each function that is well formed. */
const requests: Record<FunctionName, { action: string; input: Record<string, unknown> }> = {
  session: { action: 'whoAmI', input: {} },
  records: { action: 'pull', input: { platformId: 'liuyang', cursor: null } },
  confirm: { action: 'mine', input: {} },
  review: { action: 'queue', input: { state: 'submitted', platformId: null, kind: null, cursor: null } },
  filings: { action: 'due', input: { platformId: 'liuyang', year: null } },
  evaluate: { action: 'results', input: { tier: 'city', period: '2026-01' } },
  standing: { action: 'periods', input: {} },
  reports: { action: 'bulletin', input: { period: '2023-Q1' } },
}

describe('the deployed bundles', () => {
  test('are all of the functions of the contract', () => {
    expect(readdirSync(built).sort()).toEqual([...names].sort())
  })

  test('hold no word of the preview or the local host', () => {
    const words = [
      /x-preview/i,
      /preview-(liuyang|changsha|province|newcomer)/,
      /pglite/i,
      /127\.0\.0\.1/,
      /\blocalhost\b.*preview/i,
    ]
    for (const file of filesOf(built)) {
      const text = readFileSync(file, 'utf8')
      for (const word of words) expect([file, word, word.test(text)]).toEqual([file, word, false])
    }
  })

  test('take the event of a timer from the platform’s timer alone', () => {
    const program = `
      require('tsx/cjs/api').register()
      const { openFunctions, callerVariables, timerVariables } = require('./cloudfunctions/local/functions')
      // Nobody answers there: a call that is let in ends as UNAVAILABLE.
      Object.assign(process.env, { PGHOST: '127.0.0.1', PGPORT: '1', PGUSER: 'x', PGDATABASE: 'x' })
      console.log = () => undefined
      const functions = openFunctions(${JSON.stringify(built)})
      const sources = [timerVariables(), callerVariables(null, '10.0.0.1')]
      for (const source of ['wx_http', 'wx_trigger,scf']) sources.push({ ...timerVariables(), TCB_SOURCE: source })
      Promise.all(sources.map((of) => functions.invoke('evaluate', { Type: 'Timer' }, of))).then((answers) => {
        process.stdout.write(JSON.stringify(answers.map((text) => JSON.parse(text).error.code)))
        process.exit(0)
      })`
    const codes: unknown = JSON.parse(
      execFileSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' }),
    )
    expect(codes).toEqual(['UNAVAILABLE', 'INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT'])
  })

  test('ask WeChat alone who is calling', () => {
    for (const name of names) {
      const text = readFileSync(join(built, name, 'index.js'), 'utf8')
      expect([name, text.includes('require("wx-server-sdk")'), text.includes('getWXContext')]).toEqual([
        name,
        true,
        true,
      ])
    }
  })

  test('refuse a caller without identity, whatever the request says about who it is', async () => {
    const province = 'preview-province'
    const forged = {
      openid: province,
      OPENID: province,
      userInfo: { openId: province },
      context: { OPENID: province },
    }
    for (const name of names) {
      const answer = await callAs(host.url, null, name, { ...requests[name], ...forged })
      expect([name, answer]).toMatchObject([name, { ok: false, error: { code: 'NOT_SIGNED_IN' } }])
      const headers = {
        'x-wx-openid': province,
        'x-openid': province,
        'wx-openid': province,
        openid: province,
      }
      const reply = await send(host.url, `/functions/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(requests[name]),
      })
      expect([name, json(reply)]).toMatchObject([name, { ok: false, error: { code: 'NOT_SIGNED_IN' } }])
    }
  })

  test('an openid in the request does not replace the one that WeChat gives', async () => {
    const event = {
      action: 'whoAmI',
      input: {},
      openid: 'preview-province',
      userInfo: { openId: 'preview-province' },
    }
    const answer = await callAs(host.url, 'preview-liuyang-staff', 'session', event)
    expect(answer).toMatchObject({ ok: true, data: { memberships: [{ role: 'staff' }] } })
  })
})

describe('the first start', () => {
  test('shows everybody to choose from in their roles', async () => {
    const { people } = peopleSchema.parse(json(await send(host.url, '/preview/people')))
    for (const { openid, role } of people) {
      const me = meSchema.parse(await actAs(host.url, openid, 'session', 'whoAmI', {}))
      expect([openid, me.memberships[0]?.role ?? null]).toEqual([openid, role])
    }
    expect(people.map(({ title }) => title)).toContain('浏阳市窗口平台(示例) · 窗口工作人员')
  })

  test('stores records whose hashes are those of what comes back', async () => {
    let cursor: string | null = null
    let seen = 0
    for (let more = true; more;) {
      const page: z.infer<typeof pageSchema> = pageSchema.parse(
        await actAs(host.url, 'preview-liuyang-staff', 'records', 'pull', { platformId: 'liuyang', cursor }),
      )
      for (const { platformId, payload, hash } of page.records) {
        const text = hashedText(platformId, z.custom<Parameters<typeof hashedText>[1]>().parse(payload))
        expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
      }
      seen += page.records.length
      cursor = page.cursor
      more = page.more
    }
    expect(seen).toBeGreaterThan(50)
  })

  test('has frozen results of the year before and provisional ones of this year, ranked', async () => {
    for (const [period, state] of [
      [`${thisYear - 1}-12`, 'frozen'],
      [`${thisYear - 1}`, 'frozen'],
      [`${thisYear - 1}-Q4`, 'frozen'],
    ]) {
      const input = { tier: 'county', period }
      const { results } = resultsSchema.parse(
        await actAs(host.url, 'preview-province', 'evaluate', 'results', input),
      )
      expect([period, results.length >= 30, results.every((result) => result.state === state)]).toEqual([
        period,
        true,
        true,
      ])
      expect(results.map(({ rank }) => rank)).toContain(1)
      const totals = results.map(({ total }) => total)
      expect(Math.max(...totals)).toBeGreaterThan(88)
      expect(Math.min(...totals)).toBeLessThan(40)
    }
  })

  test('shows the monthly reports of a platform as filed and signed off, one for each month that is over', async () => {
    const due = dueSchema.parse(
      await actAs(host.url, 'preview-liuyang-manager', 'filings', 'due', {
        platformId: 'liuyang',
        year: String(thisYear - 1),
      }),
    )
    const monthly = due.filings.filter(({ kind }) => kind === 'monthly')
    expect(monthly).toHaveLength(12)
    expect(monthly.filter(({ state }) => state === 'approved').length).toBeGreaterThan(8)
  })

  test('a second start keeps it and does nothing twice', async () => {
    const input = { tier: 'city', period: String(thisYear - 1) }
    const before = await actAs(host.url, 'preview-province', 'evaluate', 'results', input)
    await actAs(host.url, 'preview-enterprise-1', 'confirm', 'mine', {})
    await host.stop()
    const began = performance.now()
    host = await startHost({ folder: data, functions: built })
    console.info(`second start: ${secondsSince(began)} s`)
    expect(await actAs(host.url, 'preview-province', 'evaluate', 'results', input)).toEqual(before)
  })
})

const peopleSchema = z.object({
  people: z.array(z.object({ openid: z.string(), title: z.string(), role: z.string().nullable() })),
})
const dueSchema = z.object({ filings: z.array(z.object({ kind: z.string(), state: z.string() })) })
const meSchema = z.object({ memberships: z.array(z.object({ role: z.string() })) })
const pageSchema = z.object({
  records: z.array(z.object({ platformId: z.string(), payload: z.unknown(), hash: z.string() })),
  cursor: z.string().nullable(),
  more: z.boolean(),
})
const resultsSchema = z.object({
  results: z.array(z.object({ state: z.string(), rank: z.number().nullable(), total: z.number() })),
})
