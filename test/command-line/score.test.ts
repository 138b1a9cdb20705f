import { execFile } from 'node:child_process'
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { main } from '../../cloudfunctions/local/commands/score-command'
import { cases, settingFor, type Expected } from '../shared/scoring/cases'

interface Run {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** The command's own main function on files, without a process. */
async function run(...argv: string[]): Promise<Run> {
  const out: string[] = []
  const error: string[] = []
  const world = {
    read: (file: string) => readFile(file, 'utf8'),
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
  }
  const code = await main(argv, world)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

/** The command as a person starts it. */
function runProcess(input: string, ...argv: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile('npm', ['run', '--silent', 'score', '--', ...argv], (failed, out, error) => {
      resolve({ code: typeof failed?.code === 'number' ? failed.code : 0, out, error: withoutNpm(error) })
    })
    child.stdin?.end(input)
  })
}

/** npm warns of its own configuration on the same stream. */
function withoutNpm(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('npm '))
    .join('\n')
}

/** The shape that the command prints. */
const resultSchema = z.object({
  rubric: z.string(),
  version: z.string(),
  indicators: z.record(
    z.string(),
    z.object({
      points: z.number().nullable(),
      max: z.number(),
      status: z.enum(['open', 'counted', 'not-scorable']),
      why: z.string().min(1),
      clause: z.string(),
    }),
  ),
  sections: z.record(
    z.string(),
    z.object({ points: z.number(), max: z.number(), weight: z.number(), weighted: z.number() }),
  ),
  total: z.number(),
  open: z.array(z.string()),
  grade: z.string().nullable(),
  advice: z.array(z.object({ text: z.string() })),
})

function resultsIn(out: string): Record<string, unknown> {
  const result = resultSchema.parse(JSON.parse(out))
  const results: Record<string, unknown> = { total: result.total, grade: result.grade }
  for (const [id, node] of Object.entries(result.indicators)) results[id] = node.points
  for (const [id, section] of Object.entries(result.sections)) {
    results[`section/${id}`] = section.points
    results[`contribution/${id}`] = section.weighted
  }
  return results
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, `${name}.json`)
  await writeFile(path, text)
  return path
}

async function expectScore(
  rubric: string,
  facts: object,
  settings: Record<string, string>,
  expected: Expected,
) {
  const set = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`])
  const { code, out, error } = await run(
    '--rubric',
    rubric,
    '--facts',
    await file('facts', JSON.stringify(facts)),
    ...set,
  )
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(resultsIn(out)).toMatchObject(expected)
}

describe('every case through the command', () => {
  it.each(cases.map((each) => [each.id, each] as const))('%s', (_id, each) =>
    expectScore(each.rubric, each.facts, {}, each.expected),
  )

  const others = cases.flatMap((each) =>
    (each.otherReadings ?? []).flatMap((other) => {
      const setting = settingFor(other.reading)
      return setting ? [[each.id, other.reading, each, setting, other.expected] as const] : []
    }),
  )
  it.each(others)('%s by --set: %s', (_id, _reading, each, setting, expected) =>
    expectScore(each.rubric, each.facts, setting, expected),
  )
})

describe('bad input', () => {
  const facts = (text: string) => async () => [
    '--rubric',
    'hunan-2023-city',
    '--facts',
    await file('bad', text),
  ]
  const argv =
    (...words: string[]) =>
    async () =>
      words
  it.each<[string, () => Promise<string[]>, string]>([
    ['no option at all', argv(), '--rubric'],
    ['no facts', argv('--rubric', 'hunan-2023-city'), '--facts'],
    ['facts and records', argv('--rubric', 'hunan-2023-city', '--facts', 'a', '--records', 'b'), 'either'],
    ['an unknown option', argv('--rubrik', 'x'), '--rubrik'],
    ['a stray word', argv('score', '--rubric', 'hunan-2023-city'), 'score'],
    ['an unknown rubric', argv('--rubric', 'hunan-2024', '--facts', 'x'), 'hunan-2024'],
    ['an unreadable file', argv('--rubric', 'hunan-2023-city', '--facts', '/no/such/file'), 'cannot read'],
    [
      'a setting without a value',
      argv('--rubric', 'hunan-2023-city', '--facts', 'x', '--set', 'judges'),
      'NAME=VALUE',
    ],
    [
      'an unknown setting',
      argv('--rubric', 'hunan-2023-city', '--facts', 'x', '--set', 'colour=red'),
      'colour',
    ],
    [
      'a setting of a name that every object knows',
      argv('--rubric', 'hunan-2023-city', '--facts', 'x', '--set', '__proto__=x'),
      '__proto__',
    ],
    [
      'an unknown value',
      argv('--rubric', 'hunan-2023-city', '--facts', 'x', '--set', 'judges=max'),
      'judges',
    ],
    ['broken JSON', facts('{"matchingEvents":'), 'not valid JSON'],
    ['a number that JSON does not know', facts('{"matchingEvents":NaN}'), 'not valid JSON'],
    ['facts that are a list', facts('[]'), 'object'],
    ['an unknown fact', facts('{"dances":1}'), 'dances'],
    ['an unknown honour', facts('{"honours":["best-dancer"]}'), 'honours'],
    ['a wrong type', facts('{"matchingEvents":"3"}'), 'matchingEvents'],
    ['a negative count', facts('{"matchingEvents":-1}'), 'matchingEvents'],
    ['a broken count', facts('{"matchingEvents":1.5}'), 'matchingEvents'],
    ['a count without end', facts('{"matchingEvents":1e999}'), 'matchingEvents'],
    ['a mark above its maximum', facts('{"marks":{"daily/coordination":11}}'), 'daily/coordination'],
  ])('%s: one line on standard error, nothing on standard output, code 2', async (_fault, given, named) => {
    const { code, out, error } = await run(...(await given()))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(named)
    expect(error).not.toContain('\n')
  })

  const base = { id: 'r1', date: '2023-03-05', approved: true }
  const at = '2023-03-05T08:00:00+08:00'
  const statement = { ...base, kind: 'statement', at, name: 'registrationTarget', value: 400 }
  const figure = { ...base, kind: 'figure', name: 'registrations', value: 3 }
  const mark = { ...base, kind: 'mark', at, criterion: 'daily/coordination', judge: '甲', points: 9 }
  const late = { ...base, kind: 'obligation', id: 'r0', late: true }

  it.each<[string, object[], string]>([
    ['that lacks a property', [{ kind: 'activity', id: 'r1' }], 'records 0'],
    ['of an unknown kind', [late, { ...base, kind: 'dance' }], 'records 1'],
    ['of an id that another has', [late, figure, { ...late }], 'records 2.id: “r0” is that of 0 too'],
    [
      'that states a yes where a number belongs',
      [{ ...statement, value: true }],
      'records 0: registrationTarget',
    ],
    ['that states a broken count', [{ ...statement, value: 2.5 }], 'records 0: registrationTarget'],
    [
      'that states a number where a yes or no belongs',
      [{ ...statement, name: 'financingSubPlatform', value: 1 }],
      'records 0: financingSubPlatform',
    ],
    ['that states what nothing reads', [{ ...statement, name: 'dances' }], 'unknown statement “dances”'],
    ['with a broken figure', [{ ...figure, value: 2.5 }], 'records 0: registrations: must be a whole number'],
    ['with a figure that nothing reads', [{ ...figure, name: '__proto__' }], 'unknown figure “__proto__”'],
    [
      'with a mark for no criterion',
      [{ ...mark, criterion: 'daily/dance' }],
      'unknown criterion “daily/dance”',
    ],
    ['with a mark above the maximum', [{ ...mark, points: 11 }], 'marks.daily/coordination'],
  ])('a record %s: one line that names it, code 2', async (_fault, records, named) => {
    const path = await file('records', JSON.stringify(records))
    const { code, out, error } = await run('--rubric', 'hunan-2023-city', '--records', path)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(named)
    expect(error).not.toContain('\n')
  })

  it('takes the same records once they are right', async () => {
    const records = [late, statement, { ...figure, id: 'r2' }, { ...mark, id: 'r3' }]
    const path = await file('records', JSON.stringify(records))
    expect(await run('--rubric', 'hunan-2023-city', '--records', path)).toMatchObject({ code: 0, error: '' })
  })
})

describe('the command', () => {
  it('scores an export of records', async () => {
    const record = { kind: 'obligation', id: 'r1', date: '2023-03-05', approved: true, late: true }
    const records = await file('records', JSON.stringify([record]))
    const { out } = await run('--rubric', 'hunan-2023-city', '--records', records)
    expect(resultsIn(out)).toMatchObject({
      'loan/reporting': 9,
      'loan/events': 0,
      'loan/target/completion': null,
    })
  })

  it('lists rubrics, settings and what their values mean', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toContain('hunan-2023-county')
    expect(out).toMatch(/\* floor {2}只计整百/)
  })

  it('reads standard input in a process of its own, and prints one JSON object with exact numbers', async () => {
    const facts = {
      enterpriseAttendances: 803,
      onlineTransactions: 0,
      localIndustrialEnterprises: 1003,
      serviceCampaignHeld: true,
    }
    const argv = ['--rubric', 'hunan-2023-city', '--facts', '-', '--set', 'partialUnits=linear']
    const { code, out, error } = await runProcess(JSON.stringify(facts), ...argv)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('"points": 28.006')
    expect(JSON.parse(out)).toMatchObject({ rubric: 'hunan-2023-city', total: 8.4018, grade: null })
  }, 30_000)

  it('exits 2 in a process of its own', async () => {
    const { code, out, error } = await runProcess(
      '{"dances":1}',
      '--rubric',
      'hunan-2023-city',
      '--facts',
      '-',
    )
    expect({ code, out, error }).toEqual({ code: 2, out: '', error: 'unknown fact “dances”\n' })
  }, 30_000)
})
