/** `standing`: each point opens to who stated, judged or filed it, why, and when. */
import { filingWorld, may } from './filing'

const { as, clock, evaluate, standing, join, inForce } = filingWorld()
const at = (time: string) => (clock.now = new Date(time))
beforeEach(() => at('2023-07-20T02:00:00Z'))
const behind = (who: Parameters<typeof standing>[0], node: string) =>
  standing(who).call('behind', { platformId: 'p-changsha', period: '2023-06', node })

const lower = { openid: 'county-manager' }
const source = '湘企融后台导出'
const reportOf = (platformId: string, value: number, from: string) => ({
  ...{ ...may, platformId },
  figures: may.figures.map((figure) =>
    figure.name === 'registrations' ? { ...figure, value, source: from } : figure,
  ),
})

beforeAll(async () => {
  await join(lower.openid, 'manager', { platformId: 'p-changsha-county' })
  at('2023-06-03T02:00:00Z')
  await as('老周').call('fileMonthly', reportOf('p-changsha', 30, source))
  await as(lower).call('fileMonthly', reportOf('p-changsha-county', 7, '县平台名册'))
  at('2023-06-04T02:00:00Z')
  for (const platformId of ['p-changsha', 'p-changsha-county']) {
    const of = { platformId, kind: 'monthly' as const, period: '2023-05', version: 1 }
    await as('小陈').call('signOff', { ...of, decision: 'approve', reason: '' })
  }
})

it('a figure names its source, when it was filed, who signed it off when, the report, and the county that it is of', async () => {
  const figures = async (who: Parameters<typeof standing>[0]) =>
    (await behind(who, 'loan/target/completion')).rows.filter(({ title }) => /月报:/.test(title))
  const rows = await figures('小陈')
  expect(rows.find(({ platform }) => platform === null)).toMatchObject({
    counts: true,
    reason: source,
    decidedBy: '小陈',
    decidedAt: '2023-06-04T02:00:00.000Z',
    report: {
      ...{ platformId: 'p-changsha', month: '2023-05', open: true },
      filedAt: '2023-06-03T02:00:00.000Z',
    },
  })
  expect(rows.find(({ platform }) => platform !== null)).toMatchObject({
    platform: expect.stringMatching(/县/),
    reason: '县平台名册',
    report: { platformId: 'p-changsha-county', open: true },
  })
  // A city's own staff may not read its county's report.
  expect((await figures('阿丽')).map(({ report }) => report?.open).sort()).toEqual([false, true])
})

it('a mark tells its reason and who gave it when, a statement its source', async () => {
  const of = { platformId: 'p-changsha', year: '2023' }
  const marked = { ...of, criterion: 'daily/coordination', points: 4.5, reason: '配合及时' }
  await evaluate('省平台').call('mark', marked)
  const stated = { ...of, name: 'registrationTarget', value: 500, source: '省平台下达文件' }
  await evaluate('省平台').call('state', stated)
  const at = clock.now.toISOString()
  const { rows } = await standing('阿丽').call('behind', {
    ...{ platformId: 'p-changsha', period: '2023', node: 'daily/coordination' },
  })
  expect(rows).toMatchObject([{ reason: '配合及时', decidedBy: '省平台', decidedAt: at, report: null }])
  const { rows: target } = await behind('阿丽', 'loan/target/completion')
  expect(target.find(({ title }) => title.includes('500'))).toMatchObject({ reason: '省平台下达文件' })
})

it('a correction names on its card why, and the result that it stands in place of', async () => {
  await evaluate('省平台').call('run', { period: '2023-05' })
  await evaluate('省平台').call('freeze', { period: '2023-05' })
  const [frozen] = (await inForce('2023-05')).filter(({ platform_id }) => platform_id === 'p-changsha')
  const before = await standing('老周').call('card', { resultId: frozen!.id })
  expect(before).toMatchObject({ reason: null, replaces: null })
  await evaluate('省平台').call('correct', { resultId: frozen!.id, reason: '漏计注册数' })
  const [corrected] = (await inForce('2023-05')).filter(({ platform_id }) => platform_id === 'p-changsha')
  expect(await standing('老周').call('card', { resultId: corrected!.id })).toMatchObject({
    reason: '漏计注册数',
    replaces: { resultId: frozen!.id, computedAt: before.computedAt },
  })
})
