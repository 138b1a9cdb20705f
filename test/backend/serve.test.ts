/** The wrapper of every function: envelope, identity, refusals, retries, limits, the log. */
import { sql } from 'kysely'
import {
  action,
  connect,
  countTry,
  databaseSettings,
  serve,
  type Context,
  type Dependencies,
  type Served,
} from '../../cloudfunctions/backend'
import { contract, Refusal, type Output } from '../../src/shared/contract'
import { openidOf, world } from '../functions/harness'

const everything = world()
const { database, clock, log } = everything
const { session } = contract

type Handle = (context: Context) => Promise<Output<'session', 'platforms'>>
const nothing: Handle = () => Promise.resolve({ platforms: [] })

/** The session function with another handler for `platforms`. */
function serving(
  handle: Handle,
  options: { dependencies?: Partial<Dependencies>; openid?: string | null } = {},
) {
  const openid = options.openid === undefined ? openidOf('阿丽') : options.openid
  const unused = () => Promise.reject(new Error('not for this test'))
  const handlers: Record<keyof typeof session, Served> = {
    whoAmI: action(session.whoAmI, unused),
    health: action(session.health, unused),
    join: action(session.join, unused),
    invite: action(session.invite, unused),
    bindEnterprise: action(session.bindEnterprise, unused),
    unbindEnterprise: action(session.unbindEnterprise, unused),
    enterpriseCode: action(session.enterpriseCode, unused),
    enterprisePeople: action(session.enterprisePeople, unused),
    approvePerson: action(session.approvePerson, unused),
    platforms: action(session.platforms, handle),
  }
  return serve('session', session, handlers, {
    ...everything.dependencies(() => openid),
    ...options.dependencies,
  })
}
const ask = (main: ReturnType<typeof serving>) => main({ action: 'platforms', input: {} })
const fails =
  (error: unknown): Handle =>
  () =>
    Promise.reject(error)

describe('the envelope', () => {
  it.each([null, undefined, 'x', 7, [], {}, { action: '' }, { action: 7 }, { action: 'a'.repeat(41) }])(
    'refuses %p',
    async (event) => {
      expect(await serving(nothing)(event)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    },
  )

  it.each(['erase', 'toString', 'constructor', '__proto__'])('does not know the action %p', async (name) => {
    expect(await serving(nothing)({ action: name, input: {} })).toMatchObject({
      error: { code: 'UNKNOWN_ACTION' },
    })
  })

  it('names the fields of wrong input by their paths, in Chinese', async () => {
    const answer = await serving(nothing)({ action: 'bindEnterprise', input: { name: 7, extra: 1 } })
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', retry: 'after-change' } })
    if (answer.ok) throw new Error('refused')
    expect(answer.error.fields?.name).toMatch(/[\u4e00-\u9fff]/)
    expect(Object.keys(answer.error.fields ?? {})).toEqual(expect.arrayContaining(['name', 'creditCode']))
  })

  it('takes what WeChat adds to an event, and does not believe it', async () => {
    const event = { action: 'platforms', input: {}, userInfo: { openId: openidOf('省平台'), appId: 'wx' } }
    expect(await serving(nothing)(event)).toMatchObject({ ok: true })
    expect(await serving(nothing, { openid: null })(event)).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
  })

  it('refuses a timer that the function does not have, and one that somebody else sends', async () => {
    const timer = { Type: 'Timer', TriggerName: 'daily', Time: '2023-06-20T02:00:00Z' }
    expect(await serving(nothing, { openid: null })(timer)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
  })
})

describe('what goes wrong inside', () => {
  it('keeps the code, message and fields of a refusal', async () => {
    const refusal = new Refusal('NOT_FOUND', { message: '没有', fields: { a: 'b' } })
    expect(await ask(serving(fails(refusal)))).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', message: '没有', retry: 'never', fields: { a: 'b' } },
    })
  })

  it('answers an unexpected error with its request alone, and logs where it was without its words', async () => {
    const answer = await ask(serving(fails(new TypeError('阿丽 13800138000'))))
    if (answer.ok) throw new Error('refused')
    expect(answer.error).toMatchObject({ code: 'INTERNAL', retry: 'later', requestId: expect.any(String) })
    const line = log.at(-1)
    expect(line).toMatchObject({
      level: 'error',
      code: 'INTERNAL',
      requestId: answer.error.requestId,
      function: 'session',
      action: 'platforms',
      error: { name: 'TypeError', stack: expect.arrayContaining([expect.stringContaining('serve.test')]) },
    })
    expect(JSON.stringify([answer, line])).not.toContain('13800138000')
  })

  it('answers UNAVAILABLE when the database cannot be reached', async () => {
    const gone = connect({ ...databaseSettings(process.env), PGPORT: 1 })
    const answer = await ask(serving(nothing, { dependencies: { database: gone } }))
    await gone.destroy()
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', retry: 'later' } })
  })

  it.each([
    ['ends the connection', '57P01'],
    ['starts or stops', '57P03'],
    ['has no connection left', '53300'],
  ])('answers UNAVAILABLE when the server %s (%s)', async (_, code) => {
    const answer = await ask(serving(fails(Object.assign(new Error('server'), { code }))))
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', retry: 'later' } })
  })

  it('answers UNAVAILABLE when no connection becomes free in time, and works again afterwards', async () => {
    const timeout = Object.assign(new Error('timeout exceeded when trying to connect'))
    expect(await ask(serving(fails(timeout)))).toMatchObject({ error: { code: 'UNAVAILABLE' } })
    expect(await ask(serving(nothing))).toMatchObject({ ok: true })
  })

  it('runs a transaction again that lost a race, and answers UNAVAILABLE when it keeps losing', async () => {
    let runs = 0
    const losing =
      (times: number): Handle =>
      async ({ trx }) => {
        runs += 1
        if (runs <= times)
          await sql`do $$ begin raise exception 'x' using errcode = '40P01'; end $$`.execute(trx)
        return { platforms: [] }
      }
    expect(await ask(serving(losing(2)))).toMatchObject({ ok: true })
    expect(runs).toBe(3)
    runs = 0
    expect(await ask(serving(losing(9)))).toMatchObject({ error: { code: 'UNAVAILABLE' } })
    expect(runs).toBe(3)
  })

  it('answers INTERNAL when a handler answers what the contract does not know', async () => {
    const wrong: Handle = () => Promise.resolve(JSON.parse('{"platforms":[{"id":"x"}]}'))
    expect(await ask(serving(wrong))).toMatchObject({ error: { code: 'INTERNAL' } })
  })

  it('lets nothing out that the contract does not name', async () => {
    const leaky: Handle = () =>
      Promise.resolve(
        JSON.parse(
          '{"platforms":[{"id":"x","name":"x","tier":"city","areaCode":"430100","secret":1}],"secret":1}',
        ),
      )
    expect(await ask(serving(leaky))).toEqual({
      ok: true,
      data: { platforms: [{ id: 'x', name: 'x', tier: 'city', areaCode: '430100' }] },
    })
  })

  it('answers INTERNAL instead of more than the platform carries', async () => {
    const platform = { id: 'x', name: '名'.repeat(2_100_000), tier: 'city', areaCode: '430100' } as const
    expect(await ask(serving(() => Promise.resolve({ platforms: [platform] })))).toMatchObject({
      error: { code: 'INTERNAL' },
    })
  })
})

describe('transactions', () => {
  const write = (trx: Context['trx'], subject: string) =>
    trx.insertInto('audit_log').values({ action: 'test', subject }).execute()
  const written = async (subject: string) =>
    (await database.selectFrom('audit_log').select('id').where('subject', '=', subject).execute()).length

  it('leaves nothing of a refused call but what is to be kept of refusals', async () => {
    const answer = await ask(
      serving(async ({ trx, afterRefusal }) => {
        await write(trx, 'gone')
        afterRefusal(async (own) => {
          await write(own, 'kept')
        })
        throw new Refusal('NOT_FOUND')
      }),
    )
    expect(answer).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect([await written('gone'), await written('kept')]).toEqual([0, 1])
  })

  it('keeps nothing for a refusal that did not come', async () => {
    await ask(
      serving(async ({ afterRefusal }) => {
        afterRefusal(async (own) => {
          await write(own, 'needless')
        })
        return { platforms: [] }
      }),
    )
    expect(await written('needless')).toBe(0)
  })
})

describe('limits', () => {
  it('refuses above the limit within its window, apart for each subject, and forgets old windows', async () => {
    const limit = { hits: 2, seconds: 60 }
    const attempt = (subject: string, seconds: number) =>
      countTry(database, ['test', subject], limit, new Date(clock.now.getTime() + seconds * 1000))
    await attempt('a', 0)
    await attempt('a', 1)
    await expect(attempt('a', 2)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await attempt('b', 2)
    await attempt('a', 60)
    const rows = await database.selectFrom('rate_limits').select('hits').where('key', '=', 'test a').execute()
    expect(rows).toEqual([{ hits: 1 }])
  })

  it('lets no more through when all come at once', async () => {
    const tries = Array.from({ length: 10 }, () =>
      countTry(database, ['test', 'at once'], { hits: 4, seconds: 60 }, clock.now),
    )
    const passed = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')
    expect(passed).toHaveLength(4)
  })
})

describe('the table of handlers', () => {
  it('refuses a handler that was written for another action', () => {
    const other = action(session.whoAmI, () => Promise.reject(new Error('unused')))
    const handlers = {
      whoAmI: other,
      health: other,
      join: other,
      invite: other,
      bindEnterprise: other,
      unbindEnterprise: other,
      enterpriseCode: other,
      enterprisePeople: other,
      approvePerson: other,
      platforms: other,
    }
    expect(() =>
      serve(
        'session',
        session,
        handlers,
        everything.dependencies(() => null),
      ),
    ).toThrow('session.join')
  })
})
