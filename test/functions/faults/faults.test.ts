/**
 * The database fails in the middle of each action that writes: at every message of the call (of a long one, at some)
 * once before it arrives and once after, when its answer is lost. The caller is told to try later; either everything
 * was written or nothing; trying again does it once.
 */
import { connect, databaseSettings } from '../../../cloudfunctions/backend'
import { createFunction as createFilings } from '../../../cloudfunctions/filings/create-function'
import { contract, errors } from '../../../src/shared/contract'
import { evaluatedWorld } from '../evaluating'
import { activity, demand, everyFunction, openidOf } from '../harness'
import { faultyProxy, type Fault, type FaultyProxy } from '../harness/faulty-proxy'
import { evaluatingActions } from './evaluating-actions'
import { filingActions } from './filing-actions'
import { peopleActions } from './people-actions'
import { recordingActions } from './recording'
import { added, stateOf } from './state'
import { asking, type Request, type Writing } from './writing'

jest.setTimeout(300_000)
const world = evaluatedWorld()
const { everything, database, clock, push } = world

let proxy: FaultyProxy
let faulty: ReturnType<typeof connect>
const settings = databaseSettings({
  ...process.env,
  PGPOOL_MAX: '2',
  PGCONNECT_TIMEOUT: '1',
  PGQUERY_TIMEOUT: '1',
})
beforeAll(async () => {
  clock.now = new Date('2023-06-20T02:00:00Z')
  proxy = await faultyProxy({ host: settings.PGHOST, port: settings.PGPORT })
  faulty = connect({ ...settings, PGHOST: '127.0.0.1', PGPORT: proxy.port })
})
afterAll(async () => {
  await faulty.destroy()
  await proxy.close()
})

const given = asking(world)
const writing: Record<string, Writing> = {
  ...recordingActions(given),
  ...peopleActions(given),
  ...filingActions(given),
  ...evaluatingActions(given),
}

/** What only reads; a tally that is brought up to date on the way says nothing new. */
const reading = [
  ...['session.whoAmI', 'session.health', 'session.platforms', 'session.enterprisePeople'],
  ...['records.pull', 'records.get', 'records.photoLinks'],
  ...['confirm.open', 'confirm.list', 'confirm.mine', 'confirm.lookUp'],
  ...['review.queue', 'review.get', 'review.history'],
  ...['evaluate.runs', 'evaluate.periods', 'evaluate.exclusions', 'evaluate.objections', 'evaluate.results'],
  ...['evaluate.stated', 'evaluate.entries', 'evaluate.decisions'],
  ...['standing.progress', 'standing.rubric', 'standing.periods', 'standing.ranking', 'standing.card'],
  ...['standing.behind', 'standing.trend', 'standing.overview'],
  ...['filings.due', 'filings.monthly', 'filings.selfAssessment', 'filings.annualSummary', 'filings.filing'],
  ...['filings.queue', 'filings.counties', 'filings.cuts', 'filings.dueDays'],
  ...[
    'reports.scoreTable',
    'reports.ranking',
    'reports.ledger',
    'reports.bulletin',
    'reports.selfAssessment',
  ],
  ...['reports.annualSummary', 'reports.evidence'],
]

const direct = (request: Request) => call(database, request)
const throughProxy = (request: Request) => call(faulty, request)
async function call(through: typeof database, { who, name, action, input }: Request) {
  const byTimer = who === null
  const given = everything.dependencies(() => (byTimer ? null : openidOf(who)), byTimer)
  const dependencies = { ...given, database: through }
  if (!byTimer) return everyFunction(dependencies)[name]({ action, input })
  const templates = { reminder: 'template', decision: null }
  const functions = {
    ...everyFunction(dependencies),
    filings: createFilings(dependencies, { templates, send: () => Promise.resolve() }),
  }
  return functions[name]({ Type: 'Timer', TriggerName: 'daily' })
}
/** The tests try more often in a minute than a person may. */
const forgetTries = () => database.deleteFrom('rate_limits').execute()

const ALL = 26
const SOME = 10
/** Before and after each message; of a long call the last four and some before, evenly. */
function faultsOf(messages: number): Fault[] {
  const all = Array.from({ length: messages }, (_, index) => index + 1).flatMap((message): Fault[] => [
    { kind: 'cut-before', message },
    { kind: 'cut-after', message },
  ])
  if (all.length <= ALL) return all
  const between = all.slice(0, -4)
  const step = between.length / (SOME - 4)
  return [...between.filter((_, index) => index % step < 1), ...all.slice(-4)]
}

const unavailable = { ok: false, error: { code: 'UNAVAILABLE', retry: 'later' } }

test('every action of the contract, and every timer, is known to write or to read', () => {
  const actions = Object.entries(contract).flatMap(([name, table]) =>
    Object.keys(table).map((action) => `${name}.${action}`),
  )
  const timers = ['evaluate.timer', 'filings.timer']
  expect([...Object.keys(writing), ...reading].sort()).toEqual([...actions, ...timers].sort())
})

async function prepared({ make }: Writing): Promise<Request> {
  await forgetTries()
  clock.now = new Date(clock.now.getTime() + 1_000)
  return make()
}

async function measured(each: Writing) {
  proxy.set(null)
  // The first of its kind leaves more than the others; it also makes the connections.
  await throughProxy(await prepared(each))
  const request = await prepared(each)
  const start = await stateOf(database)
  proxy.set(null)
  expect(await throughProxy(request)).toMatchObject({ ok: true })
  const messages = proxy.messages()
  expect(messages).toBeGreaterThan(2)
  return { whole: added(start, await stateOf(database)), messages }
}

const ofOne = Object.entries(writing).filter(([, { inParts }]) => !inParts)
test.each(ofOne)('%s is done wholly or not at all, and once when tried again', async (_, each) => {
  const { whole, messages } = await measured(each)
  for (const fault of faultsOf(messages)) {
    const request = await prepared(each)
    const before = await stateOf(database)
    proxy.set(fault)
    const answer = await throughProxy(request)
    proxy.set(null)
    const after = await stateOf(database)
    const written = after.digest !== before.digest
    const where = JSON.stringify(fault)
    expect([where, answer]).toMatchObject([where, unavailable])
    if (written) expect([where, added(before, after)]).toEqual([where, whole])
    expect([where, await throughProxy(request)]).toMatchObject([where, { ok: true }])
    const times = written && each.twice ? 2 : 1
    const expected = Object.fromEntries(Object.entries(whole).map(([name, rows]) => [name, rows * times]))
    const end = await stateOf(database)
    expect([where, added(before, end)]).toEqual([where, expected])
    if (written && !each.twice) expect([where, end.digest]).toEqual([where, after.digest])
  }
})

const ofMany = Object.entries(writing).flatMap(([name, each]) =>
  each.inParts ? [[name, each, each.inParts.mayRepeat] as const] : [],
)
test.each(ofMany)('%s is done in parts, and the rest when tried again', async (_, each, mayRepeat) => {
  const { whole, messages } = await measured(each)
  for (const fault of faultsOf(messages)) {
    const request = await prepared(each)
    const before = await stateOf(database)
    proxy.set(fault)
    const answer = await throughProxy(request)
    proxy.set(null)
    const where = JSON.stringify(fault)
    if (!answer.ok) expect([where, answer]).toMatchObject([where, unavailable])
    // A call that was cut off holds its run for as long as it could have lived.
    clock.now = new Date(clock.now.getTime() + 61_000)
    expect([where, await throughProxy(request)]).toMatchObject([where, { ok: true }])
    const left = await stateOf(database)
    const end = Object.entries(added(before, left))
    const told = Object.entries(whole).filter(([table]) => !mayRepeat.includes(table))
    expect([where, end.filter(([table]) => !mayRepeat.includes(table))]).toEqual([where, told])
    expect(await direct(request)).toMatchObject({ ok: true })
    const again = Object.keys(added(left, await stateOf(database)))
    expect([where, again.filter((table) => !mayRepeat.includes(table))]).toEqual([where, []])
  }
})

test('approving many says of each what became of it, when the database fails midway', async () => {
  // Alike, they would be flagged as twins, and a batch approves none of those.
  let amount = 0
  const one = () => push(demand({ amount: (amount += 1) }))
  const make = async () => [await one(), await one(), await one()]
  const approving = (records: readonly { id: string; revision: number }[]): Request => {
    const input = { records: records.map(({ id, revision }) => ({ id, revision })) }
    return { who: '小陈', name: 'review', action: 'approveMany', input }
  }
  proxy.set(null)
  await throughProxy(approving(await make()))
  const messages = proxy.messages()
  const told: string[][] = []
  for (const fault of faultsOf(messages)) {
    const records = await make()
    proxy.set(fault)
    const answer = await throughProxy(approving(records))
    proxy.set(null)
    if (!answer.ok) continue
    const { results } = contract.review.approveMany.output.parse(answer.data)
    const stored = await database
      .selectFrom('records')
      .select(['id', 'state'])
      .where(
        'id',
        'in',
        records.map(({ id }) => id),
      )
      .execute()
    const states = new Map(stored.map(({ id, state }) => [id, state]))
    expect(results.map(({ id }) => id)).toEqual(records.map(({ id }) => id))
    const codes = results.map(({ approved, code }) => (approved ? 'approved' : (code ?? '')))
    told.push(codes)
    for (const { id, approved } of results) if (approved) expect(states.get(id)).toBe('approved')
    // The one whose answer was lost may be approved all the same, and its message says so; those after it are not.
    const first = codes.indexOf('UNAVAILABLE')
    for (const { id } of results.slice(first + 1)) expect(states.get(id)).toBe('submitted')
    expect(results[first]?.message).toBe(errors.UNAVAILABLE.message)
  }
  const kinds = new Set(told.map((codes) => codes.join()))
  expect([...kinds].sort()).toEqual(['approved,UNAVAILABLE,UNAVAILABLE', 'approved,approved,UNAVAILABLE'])
})

describe('every action', () => {
  const pulling: Request = {
    who: '阿丽',
    name: 'records',
    action: 'pull',
    input: { platformId: 'p-changsha', cursor: null },
  }
  it.each([
    ['that cannot reach the server', { kind: 'refuse' }],
    ['that the server has no connection for', { kind: 'full' }],
    ['whose server answers nothing at first', { kind: 'stall', message: 1 }],
    ['whose server stops answering in the middle', { kind: 'stall', message: 3 }],
  ] satisfies [string, Fault][])(
    '%s says to try later, soon, and works once that is over',
    async (_, fault) => {
      const { id, revision } = await push(activity())
      const input = { id, revision, approvedAttendances: null }
      const approving: Request = { who: '小陈', name: 'review', action: 'approve', input }
      for (const request of [pulling, approving]) {
        proxy.set(fault)
        const began = performance.now()
        expect(await throughProxy(request)).toMatchObject(unavailable)
        // Both time limits are a second here.
        expect(performance.now() - began).toBeLessThan(4_000)
        proxy.set(null)
        expect(await throughProxy(request)).toMatchObject({ ok: true })
      }
    },
  )

  it('notices nothing of a server that was restarted between two calls', async () => {
    proxy.set(null)
    expect(await throughProxy(pulling)).toMatchObject({ ok: true })
    proxy.set(null) // every connection of the pool is broken now
    expect(await throughProxy(pulling)).toMatchObject({ ok: true })
    expect(await direct(pulling)).toMatchObject({ ok: true })
  })
})
