/** Queries that take too long: one platform's, one period's, or the whole database's; each stops no more than it must. */
import type { Database } from '../../cloudfunctions/backend'
import { runPeriod, type Running } from '../../cloudfunctions/evaluate/run-period'
import { duePeriods, runWhatIsDue } from '../../cloudfunctions/evaluate/timer'
import { evaluatedWorld, eventOn } from './evaluating'

const { database, clock, evaluate, approved, inForce } = evaluatedWorld()
const province = () => evaluate('省平台')
const runsOf = async (period: string) => (await province().call('runs', { period })).runs
const events = async (period: string, platformId: string) => {
  const result = (await inForce(period)).find((row) => row.platform_id === platformId)
  return (result?.facts as { matchingEvents?: number } | undefined)?.matchingEvents
}

describe('a query that always takes too long', () => {
  /** The database as a call sees it for which the queries that say all of this are answered too late. */
  const slowFor = (thrown: () => Error, ...words: string[]): Database =>
    database.withPlugin({
      transformQuery: ({ node }) => {
        const text = JSON.stringify(node)
        if (words.every((word) => text.includes(word))) throw thrown()
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
  const byDriver = () => new Error('Query read timeout')
  const byServer = () => Object.assign(new Error('canceling statement'), { code: '57014' })
  const heard: unknown[] = []
  const running = (slow: Database, more: Partial<Running> = {}): Running => ({
    ...{ database: slow, now: clock.now, personId: null, report: (error) => heard.push(error) },
    ...more,
  })

  it.each([byDriver, byServer])(
    'is one platform’s failure: the run names it and is through with the others',
    async (thrown) => {
      await approved(eventOn('2023-01-25'), 'p-zhuzhou')
      await approved(eventOn('2023-01-26'))
      const before = await events('2023-01', 'p-changsha')
      const slow = slowFor(thrown, '"payload"', '"p-zhuzhou"')
      expect(await runPeriod(running(slow), '2023-01')).toMatchObject({
        ...{ platforms: 4, done: 4, finished: true, failed: ['p-zhuzhou'] },
      })
      expect(await events('2023-01', 'p-changsha')).toBe((before ?? 0) + 1)
      expect(await duePeriods(database, clock.now)).toContain('2023-01')
      expect(await province().call('run', { period: '2023-01' })).toMatchObject({ failed: [] })
    },
  )

  it('uses up no more time than there is: what is left of its group comes with the next call', async () => {
    await approved(eventOn('2023-01-27'), 'p-zhuzhou')
    const slow = slowFor(byDriver, '"payload"', '"p-zhuzhou"')
    const calls = [0, 0, 0, 0].map(() => () => runPeriod(running(slow, { budgetMs: 0 }), '2023-01'))
    const done: unknown[] = []
    for (const call of calls) {
      const { done: through, finished } = await call()
      done.push([through, finished])
      if (finished) break
    }
    expect(done.slice(0, 2)).toEqual([
      [1, false],
      [2, false],
    ])
    expect(done.at(-1)).toEqual([4, true])
    expect(await province().call('run', { period: '2023-01' })).toMatchObject({ failed: [] })
  })

  it('of one period does not keep the timer from the next, and is told', async () => {
    clock.now = new Date('2023-05-01T18:30:00Z')
    const slow = slowFor(byDriver, '"runs"', '"2023-03"', '"InsertQueryNode"')
    await expect(runWhatIsDue({ database: slow, now: clock.now, requestId: 'timer' })).rejects.toThrow(
      '1 platforms or periods could not be evaluated',
    )
    expect(await duePeriods(database, clock.now)).toEqual(['2023-03'])
  })

  it('is not taken for a database that is away: that ends the run at once', async () => {
    await approved(eventOn('2023-01-28'), 'p-zhuzhou')
    const away = slowFor(() => new Error('Connection terminated unexpectedly'), '"payload"')
    await expect(runPeriod(running(away), '2023-01')).rejects.toThrow('Connection terminated')
    expect((await runsOf('2023-01')).slice(0, 1)).toMatchObject([{ state: 'interrupted' }])
  })

  it('and a database that answers nothing any more ends the run too', async () => {
    const silent = slowFor(byDriver, '"payload"')
    const deaf = silent.withPlugin({
      transformQuery: ({ node }) => {
        if (JSON.stringify(node).includes('"run_platforms"') && node.kind === 'InsertQueryNode')
          throw byDriver()
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await expect(runPeriod(running(deaf), '2023-01')).rejects.toThrow('Query read timeout')
  })
})
