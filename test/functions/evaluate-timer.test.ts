/** The daily timer: nobody can pass for it, and it does whatever is due and not done. */
import { createFunction } from '../../cloudfunctions/evaluate/create-function'
import { duePeriods } from '../../cloudfunctions/evaluate/timer'
import { readFileSync } from 'node:fs'
import { Cron } from 'croner'
import { evaluatedWorld, eventOn } from './evaluating'
import { openidOf } from './harness'

const world = evaluatedWorld()
const { database, clock, everything, evaluate, approved } = world
const timerEvent = { Type: 'Timer', TriggerName: 'daily', Time: '2023-04-01T18:30:00Z', Message: '' }
const asTimer = createFunction(everything.dependencies(() => null, true))
const tick = async () => {
  const answer = await asTimer(timerEvent)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
}
const results = async () =>
  (await database.selectFrom('results').select('period').distinct().orderBy('period').execute()).map(
    ({ period }) => period,
  )

beforeAll(() => (clock.now = new Date('2023-04-01T18:30:00Z')))

it('refuses a person who sends the event of the timer, whoever it is', async () => {
  for (const who of ['路人', '老周', '省平台'] as const) {
    const asPerson = createFunction(everything.dependencies(() => openidOf(who)))
    expect(await asPerson(timerEvent)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    // Nor does it help beside a request: then it is a request like any other, and a person's.
    expect(await asPerson({ ...timerEvent, action: 'runWhatIsDue', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_ACTION' },
    })
  }
  expect(await results()).toEqual([])
})

it('refuses the event of the timer from elsewhere without an identity, such as over HTTP', async () => {
  const asNobody = createFunction(everything.dependencies(() => null))
  expect(await asNobody(timerEvent)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  expect(await results()).toEqual([])
})

it('refuses a person’s request and an event that is none, even from the timer', async () => {
  expect(await asTimer({ action: 'run', input: { period: '2023-01' } })).toMatchObject({
    ok: false,
    error: { code: 'NOT_SIGNED_IN' },
  })
  expect(await asTimer({ Type: 'timer' })).toMatchObject({ ok: false })
  expect(await results()).toEqual([])
})

it('runs every ended period of the year, by the day in Asia/Shanghai', async () => {
  // 18:30 UTC on the 1st is the 2nd in Shanghai; the quarter ended the day before yesterday.
  await tick()
  expect(await results()).toEqual(['2023-01', '2023-02', '2023-03', '2023-Q1'])
  const runs = await database
    .selectFrom('audit_log')
    .select('person_id')
    .where('action', '=', 'evaluate.run')
    .execute()
  expect(runs).toHaveLength(4)
  expect(runs.every(({ person_id }) => person_id === null)).toBe(true)
})

it('finds nothing to do on the next day when nothing has changed', async () => {
  clock.now = new Date('2023-04-02T18:30:00Z')
  expect(await duePeriods(database, clock.now)).toEqual([])
  await tick()
  expect(
    await database.selectFrom('audit_log').select('id').where('action', '=', 'evaluate.run').execute(),
  ).toHaveLength(4)
})

it('takes up periods whose records have changed, and leaves frozen ones alone', async () => {
  await evaluate('省平台').call('freeze', { period: '2023-01' })
  await approved(eventOn('2023-02-15'))
  expect(await duePeriods(database, clock.now)).toEqual(['2023-02', '2023-03', '2023-Q1'])
})

it('goes on where a run was cut off: later periods are due although the tallies are up to date', async () => {
  await evaluate('省平台').call('run', { period: '2023-02' })
  expect(await duePeriods(database, clock.now)).toEqual(['2023-03', '2023-Q1'])
  await tick()
  expect(await duePeriods(database, clock.now)).toEqual([])
})

it('catches up after days that were missed, a duty fallen due among them', async () => {
  clock.now = new Date('2023-05-08T18:30:00Z')
  // The report of March fell due in April, that of April in May: only April has ended since.
  expect(await duePeriods(database, clock.now)).toEqual(['2023-04'])
  await tick()
  expect(await results()).toEqual(['2023-01', '2023-02', '2023-03', '2023-04', '2023-Q1'])
})

it('is set in the seven fields of CloudBase, once a day', () => {
  const config: unknown = JSON.parse(readFileSync('cloudfunctions/evaluate/config.json', 'utf8'))
  expect(config).toMatchObject({ triggers: [{ type: 'timer', name: 'daily' }] })
  const { triggers } = config as { triggers: { config: string }[] }
  const pattern = triggers[0]?.config ?? ''
  expect(pattern.split(' ')).toHaveLength(7)
  const job = new Cron(pattern, { timezone: 'Asia/Shanghai', paused: true })
  const [first, second] = job.nextRuns(2)
  expect(Number(second) - Number(first)).toBe(86_400_000)
})
