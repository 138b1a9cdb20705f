/** `session.health`: what everybody is told, and what the province alone. */
import { createFunction } from '../../cloudfunctions/session/create-function'
import { readMigrations } from '../../cloudfunctions/backend/migrations'
import { evaluatedWorld } from './evaluating'
import { host } from './harness'

const { everything, clock, evaluate } = evaluatedWorld()
const version = 'unbuilt'
const session = host(everything, 'session', createFunction)

it.each(['路人', '阿丽', '小陈'] as const)('tells %s the version and nothing more', async (who) => {
  expect(await session(who).call('health', {})).toEqual({ version, province: null })
})

it('is refused to a call without identity', async () => {
  expect((await session({ openid: null }).refused('health', {})).code).toBe('NOT_SIGNED_IN')
})

it('tells the province the newest migration and the last run', async () => {
  const newest = Object.keys(await readMigrations()).at(-1)
  const before = await session('省平台').call('health', {})
  expect(before.province).toMatchObject({ migration: newest, lastRun: null, lastHolidayYear: '2026' })
  clock.now = new Date('2023-06-20T02:00:00Z')
  await evaluate('省平台').call('run', { period: '2023-05' })
  const { province } = await session('省平台').call('health', {})
  expect(province?.lastRun).toMatchObject({ period: '2023-05', startedAt: clock.now.toISOString() })
  expect(province?.lastRun?.finishedAt).not.toBeNull()
})
