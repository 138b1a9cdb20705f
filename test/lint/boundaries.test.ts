import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

interface Snippet {
  file: string
  text?: string
}

const root = join(__dirname, '..', '..')

function lint(snippets: Snippet[]): string[][] {
  const run = spawnSync(process.execPath, [join(__dirname, 'lint-snippets.mjs')], {
    cwd: root,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

const take = (specifier: string) => `import '${specifier}'\n`

/** file, what it imports or says, the rule that must refuse it */
const refused: [string, string, string][] = [
  // src/shared knows no platform
  ['src/shared/scoring/a.ts', take('@tarojs/taro'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('react'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('node:crypto'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('crypto'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('kysely'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('pg'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('../../phone/outbox'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', take('../../../cloudfunctions/backend'), 'rooms/one-way'],
  ['src/shared/scoring/a.ts', "export * from '@tarojs/taro'\n", 'rooms/one-way'],
  ['src/shared/scoring/a.ts', "export const a = () => import('@tarojs/taro')\n", 'rooms/one-way'],
  ['src/shared/scoring/a.ts', "export const a = require('pg')\n", 'rooms/one-way'],
  ['src/shared/scoring/a.ts', "export type A = import('pg').Pool\n", 'rooms/one-way'],
  ...['wx', 'process', 'window', 'document', 'require', 'globalThis'].map(
    (name): [string, string, string] => [
      'src/shared/scoring/a.ts',
      `export const a = ${name}.b\n`,
      'no-restricted-globals',
    ],
  ),
  // one way
  ['src/phone/outbox/a.ts', take('../../components/bar'), 'rooms/one-way'],
  ['src/phone/outbox/a.ts', take('../../pages/record'), 'rooms/one-way'],
  ['src/components/bar/index.tsx', take('../../pages/record'), 'rooms/one-way'],
  ['src/pages/record/index.tsx', take('../me'), 'rooms/one-way'],
  ['src/pages/record/index.tsx', take('../../../cloudfunctions/backend'), 'rooms/one-way'],
  ['src/app.tsx', take('../cloudfunctions/records'), 'rooms/one-way'],
  ['src/phone/outbox/a.ts', take('node:fs'), 'rooms/one-way'],
  ['src/pages/record/index.tsx', take('pg'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../../src/pages/record'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../../src/components/bar'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../../src/phone/outbox'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../../src/app'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../review'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../local/host'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('@tarojs/taro'), 'rooms/one-way'],
  ['cloudfunctions/backend/audit/index.ts', take('../../records'), 'rooms/one-way'],
  // by the index alone
  ['src/pages/record/index.tsx', take('../../shared/scoring/tally'), 'rooms/one-way'],
  ['src/shared/rubric/a.ts', take('../scoring/tally'), 'rooms/one-way'],
  ['src/pages/record/index.tsx', take('../../components/bar/stripe'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../../src/shared/records/kinds'), 'rooms/one-way'],
  ['cloudfunctions/records/index.ts', take('../backend/audit/rows'), 'rooms/one-way'],
  // types that say nothing
  ['src/phone/a.ts', 'export const a: any = 1\n', '@typescript-eslint/no-explicit-any'],
  ['src/phone/a.ts', 'export const a = (1 as any) + 1\n', '@typescript-eslint/no-explicit-any'],
  ['src/phone/a.ts', 'export const a = 1 as unknown as string\n', 'no-restricted-syntax'],
  // pictures from a stranger's server
  [
    'src/pages/record/index.tsx',
    "import { Empty } from '@nutui/nutui-react-taro'\n",
    'no-restricted-imports',
  ],
  // hooks
  [
    'src/pages/record/index.tsx',
    "import { useState } from 'react'\nexport function A({ b }: { b: boolean }) {\n  if (b) useState(1)\n  return null\n}\n",
    'react-hooks/rules-of-hooks',
  ],
]

const allowed: [string, string][] = [
  ['src/shared/scoring/a.ts', take('zod')],
  ['src/shared/scoring/a.ts', take('./rules/sum')],
  ['src/shared/scoring/rules/sum.ts', take('../fraction')],
  ['src/shared/scoring/a.ts', take('../rubric')],
  ['src/shared/scoring/a.ts', take('../rubric/index')],
  ['src/phone/outbox/index.ts', take('../../shared/records')],
  ['src/phone/outbox/index.ts', take('../clock')],
  ['src/phone/outbox/index.ts', take('@tarojs/taro')],
  ['src/components/bar/index.tsx', take('../page')],
  ['src/pages/record/index.tsx', take('./form')],
  ['src/pages/record/index.tsx', take('./index.scss')],
  ['src/pages/record/index.tsx', take('../../components/bar')],
  ['src/pages/record/index.tsx', take('../../phone/outbox')],
  ['src/pages/record/index.tsx', take('../../shared/scoring')],
  ['cloudfunctions/records/index.ts', take('../../src/shared/records')],
  ['cloudfunctions/records/index.ts', take('../backend')],
  ['cloudfunctions/records/index.ts', take('../backend/audit')],
  ['cloudfunctions/records/index.ts', take('node:crypto')],
  ['cloudfunctions/local/commands/score.ts', take('../../../src/shared/scoring')],
  ['cloudfunctions/local/host.ts', take('../records')],
  ['test/shared/scoring/tally.test.ts', take('../../../src/shared/scoring/tally')],
]

describe('the plan of the house, as lint rules', () => {
  let answers: string[][] = []

  beforeAll(() => {
    answers = lint([
      ...refused.map(([file, text]) => ({ file, text })),
      ...allowed.map(([file, text]) => ({ file, text })),
    ])
  }, 120_000)

  test.each(refused.map((row, index) => [row[0], row[1].trim(), row[2], index] as const))(
    '%s may not: %s',
    (_file, _text, rule, index) => {
      expect(answers[index]).toContain(rule)
    },
  )

  test.each(allowed.map((row, index) => [row[0], row[1].trim(), index] as const))(
    '%s may: %s',
    (_file, _text, index) => {
      expect(answers[refused.length + index]).toEqual([])
    },
  )
})

describe('circles of imports', () => {
  const cruise = (...folders: string[]) =>
    spawnSync('npx', ['--no-install', 'depcruise', '--config', 'config/circles.cjs', ...folders], {
      cwd: root,
      encoding: 'utf8',
    })

  test('one of values and one of types alone are both reported', () => {
    const { status, stdout } = cruise('test/lint/circle')
    expect(status).toBe(2)
    expect(stdout).toContain('test/lint/circle/a.ts')
    expect(stdout).toContain('test/lint/circle/type-a.ts')
  })

  test('the sources have none', () => {
    const { status, stdout } = cruise('src', 'cloudfunctions')
    expect(stdout).not.toContain('error no-circle')
    expect(status).toBe(0)
  }, 120_000)
})
