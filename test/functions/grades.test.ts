/** Grades by the cut lines of the annual evaluation, and computing a stored result again from its inputs. */
import { execFile } from 'node:child_process'
import { recomputeResult } from '../../cloudfunctions/local/commands/recompute-result'
import { duePeriods } from '../../cloudfunctions/evaluate/timer'
import { parseRubric } from '../../src/shared/rubric'
import { canonicalJson } from '../../src/shared/records'
import { factsOf, nodeOf, score, type Card } from '../../src/shared/scoring'
import { newId, storeRubric } from './evaluating'
import { filingWorld } from './filing'

const { database, clock, evaluate, standing, as, inForce } = filingWorld()
const province = () => evaluate('省平台')
const platformId = 'p-zhuzhou'
const later = () => (clock.now = new Date(clock.now.getTime() + 1_000))

const run = (period: string) => province().call('run', { period })
const ofPeriod = async (period: string) => {
  const found = (await inForce(period)).find((row) => row.platform_id === platformId)
  if (!found) throw new Error(`no result for ${period}`)
  return { ...found, parsed: JSON.parse(found.card) as Card }
}
const setCuts = (replaces: number, ...lines: [grade: string, from: number][]) =>
  as('省平台').call('setCuts', {
    ...{ year: '2023', tier: 'city', reason: '2023 年等级划分', replaces },
    cuts: lines.map(([grade, from]) => ({ grade, from })),
  })

/** States and marks everything that is open, since a grade is given to a whole card alone. */
async function closeEverything(): Promise<void> {
  const about = { platformId, year: '2023' }
  await run('2023')
  const { parsed } = await ofPeriod('2023')
  for (const id of parsed.open) {
    const { missing = [], max = 0 } = nodeOf(parsed, id) ?? {}
    for (const name of missing) {
      const mark = { ...about, criterion: id, points: max, reason: '评定' }
      const value = name === 'financingSubPlatform' ? true : 10
      if (name === 'marks') await province().call('mark', mark)
      else await province().call('state', { ...about, name, value, source: '文件' })
    }
  }
  later()
  await run('2023')
}

beforeAll(closeEverything)

describe('a result', () => {
  it('has no grade while no lines are drawn, though nothing of it is open', async () => {
    const { parsed, grade, cuts } = await ofPeriod('2023')
    expect([parsed.open, grade, cuts, parsed.gradeWhy]).toEqual([[], null, null, '尚未设定等级分数线'])
  })

  it('of the year is graded by the lines in force, that of a month never; the phone shows the same', async () => {
    await setCuts(0, ['A', 10], ['C', 0])
    later()
    await run('2023')
    await run('2023-06')
    const [year, month] = [await ofPeriod('2023'), await ofPeriod('2023-06')]
    expect([year.grade, month.grade]).toEqual(['A', null])
    expect(year.parsed.gradeWhy).toContain('达到 10 分')
    const { rows } = await standing('省平台').call('ranking', { tier: 'city', period: '2023' })
    expect(rows.find((row) => row.platform.id === platformId)).toMatchObject({ grade: 'A' })
    const progress = await standing('老李').call('progress', { platformId })
    const { id, version } = progress.rubric
    const { document } = await standing('老李').call('rubric', { id, version })
    const rubric = parseRubric(document)
    const cuts = progress.cuts ?? undefined
    expect(canonicalJson(score(rubric, factsOf(rubric, progress.approved), { cuts }))).toBe(year.card)
  })

  it('is the same to the byte in another run, and a new one once the lines have changed', async () => {
    const before = await ofPeriod('2023')
    later()
    expect(await run('2023')).toMatchObject({ changed: 0 })
    await setCuts(1, ['优秀', 99], ['合格', 10], ['不合格', 0])
    later()
    // The other city is not whole and has no grade; the lines on its card are new all the same.
    expect(await run('2023')).toMatchObject({ changed: 2 })
    const after = await ofPeriod('2023')
    expect([after.grade, after.digest === before.digest]).toEqual(['合格', false])
    expect(after.facts).toEqual(before.facts)
  })

  it('of the last month, quarter or year is not frozen before its last duty and the time for corrections have passed', async () => {
    const freezing = async (at: string, period: string) => {
      clock.now = new Date(at)
      await run(period)
      return (await province().refused('freeze', { period })).message
    }
    // The report of December is due until the end of 5 January, the annual correction until the end of the 10th.
    for (const period of ['2023-12', '2023-Q4']) {
      expect(await freezing('2024-01-01T02:00:00Z', period)).toContain('2024-01-06 起才能冻结')
      expect(await freezing('2024-01-05T15:59:59Z', period)).toContain('2024-01-06 起才能冻结')
    }
    expect(await freezing('2024-01-10T15:59:59Z', '2023')).toContain('2024-01-11 起才能冻结')
    await run('2023-12')
    expect(await province().call('freeze', { period: '2023-12' })).toMatchObject({ period: '2023-12' })
  })

  it('of a year that is over is due again when the lines have changed, and not frozen with the old ones', async () => {
    clock.now = new Date('2024-01-11T02:00:00Z')
    await run('2023')
    expect(await duePeriods(database, clock.now)).not.toContain('2023')
    later()
    await setCuts(2, ['优秀', 98], ['合格', 10], ['不合格', 0])
    expect(await duePeriods(database, clock.now)).toContain('2023')
    expect((await province().refused('freeze', { period: '2023' })).message).toContain('分数线在计算之后改过')
    await run('2023')
    expect((await ofPeriod('2023')).cuts).toContainEqual({ grade: '优秀', from: 98 })
  })

  it('that is frozen keeps its grade and its lines, whatever is drawn afterwards', async () => {
    await province().call('freeze', { period: '2023' })
    const before = await ofPeriod('2023')
    await setCuts(3)
    later()
    expect(await run('2023')).toMatchObject({ frozen: true })
    expect(await ofPeriod('2023')).toEqual(before)
    const frozen = database.updateTable('results').where('id', '=', before.id)
    await expect(frozen.set({ grade: '优秀' }).execute()).rejects.toThrow(/does not change/)
    await expect(frozen.set({ cuts: null }).execute()).rejects.toThrow(/does not change/)
  })

  it('is corrected by the table and the lines with which its class was frozen, whatever came since', async () => {
    const { id, cuts, rubric_version: version } = await ofPeriod('2023')
    await storeRubric(database, 'hunan-2023-city', { version: '2023.9' })
    const corrected = await province().call('correct', { resultId: id, reason: '核对后更正' })
    expect(corrected.rubricVersion).toBe(version)
    expect((await ofPeriod('2023')).id).toBe(corrected.id)
    expect((await ofPeriod('2023')).cuts).toEqual(cuts)
  })

  it('is not graded anew by others, for a class without results, or while its lines have not changed', async () => {
    const about = { period: '2023', tier: 'city' as const, reason: '分数线调整' }
    for (const who of ['阿丽', '老李', '小陈'] as const) {
      expect((await evaluate(who).refused('regrade', about)).code).toBe('NOT_ALLOWED')
    }
    expect((await province().refused('regrade', { ...about, reason: ' ' })).code).toBe('INVALID_INPUT')
    expect((await province().refused('regrade', { ...about, period: '2022' })).code).toBe(
      'STATE_NOT_POSSIBLE',
    )
    const before = await inForce('2023')
    await setCuts(4, ['优秀', 98], ['合格', 10], ['不合格', 0])
    expect((await province().refused('regrade', about)).code).toBe('STATE_NOT_POSSIBLE')
    expect(await inForce('2023')).toEqual(before)
  })

  it('is graded anew with its whole class in one step once the lines have changed, its points as they were', async () => {
    const about = { period: '2023', tier: 'city' as const, reason: '分数线调整' }
    const before = await ofPeriod('2023')
    const counties = async () => (await inForce('2023')).filter(({ tier }) => tier === 'county')
    const others = await counties()
    await setCuts(5, ['良好', 10], ['不合格', 0])
    later()
    expect(await province().call('regrade', about)).toEqual({
      ...about,
      ...{ reason: undefined, corrected: 2, grades: 1 },
    })
    const after = await ofPeriod('2023')
    expect([after.grade, after.state, after.replaces, after.reason]).toEqual([
      ...['良好', 'frozen', before.id, '分数线调整'],
    ])
    expect([after.total, after.facts, after.increment]).toEqual([
      before.total,
      before.facts,
      before.increment,
    ])
    expect(await counties()).toEqual(others)
    expect((await recomputeResult(database, after.id)).equal).toBe(true)
    expect(await province().call('regrade', about)).toMatchObject({ corrected: 0, grades: 0 })
    later()
    await setCuts(6, ['优秀', 98], ['合格', 10], ['不合格', 0])
    expect(await province().call('regrade', about)).toMatchObject({ corrected: 2, grades: 1 })
  })

  it('loses its place and its grade while its platform is excluded, and the card stays', async () => {
    const decision = { platformId, year: '2023', reason: '提供虚假资料' }
    await province().call('exclude', { ...decision, ground: 'false-material', replaces: 0 })
    const { id, card } = await ofPeriod('2023')
    expect(await standing('老李').call('card', { resultId: id })).toMatchObject({ grade: null, card })
    await province().call('exclude', { ...decision, ground: null, replaces: 1 })
    expect(await standing('老李').call('card', { resultId: id })).toMatchObject({ grade: '合格' })
  })
})

describe('a stored result', () => {
  it('cannot be computed again if it does not exist', async () => {
    await expect(recomputeResult(database, newId())).rejects.toThrow('there is no result')
    await expect(recomputeResult(database, "' or 1=1")).rejects.toThrow('not the id of a result')
  })

  it('follows from its stored inputs to the byte, after the lines were taken back and the records went on', async () => {
    for (const row of [...(await inForce('2023')), ...(await inForce('2023-06'))]) {
      const { equal, stored } = await recomputeResult(database, row.id)
      expect([equal, stored.card, stored.grade]).toEqual([true, row.card, row.grade])
    }
  })

  /** `npm run recompute` as a person starts it, on this database by the variables of the environment. */
  const command = (...argv: string[]) =>
    new Promise<{ code: number; out: string; error: string }>((resolve) => {
      const script = ['cloudfunctions/local/commands/recompute.ts', ...argv]
      execFile('node_modules/.bin/tsx', script, { env: process.env }, (failed, out, error) =>
        resolve({ code: typeof failed?.code === 'number' ? failed.code : 0, out, error }),
      )
    })

  it('is told by the command: code 0 if equal, 1 if its card was changed behind its back, 2 for what cannot be', async () => {
    const [good, bad] = [await ofPeriod('2023'), await ofPeriod('2023-06')]
    const changed = bad.card.replace('"grade":null', '"grade":"A"')
    await database.updateTable('results').set({ card: changed }).where('id', '=', bad.id).execute()
    const outcomes = await Promise.all([
      command('--result', good.id),
      command('--result', bad.id),
      command('--result', newId()),
      command('--results', good.id),
    ])
    expect(outcomes.map(({ code }) => code)).toEqual([0, 1, 2, 2])
    expect(outcomes[0]?.out).toMatch(/^equal bytes: p-zhuzhou 2023, hunan-2023-city .* grade 合格/)
    expect(outcomes[1]?.out).toMatch(/^DIFFERENT bytes/)
    for (const { out, error } of outcomes.slice(2))
      expect([out, error.trim().split('\n').length]).toEqual(['', 1])
  }, 30_000)
})
