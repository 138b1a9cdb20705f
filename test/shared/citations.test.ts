/** Codes of rules, readings and decisions lead to RULES.md: in comments, in rubric documents and in texts. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../..')
const code =
  /\b(?:G\d{1,2}|D\d{1,2}|H\d(?:\.\d)?k?(?: ?[a-k](?![\w.]))?|P-[a-z]|R\d{1,2}|S-[a-z]|N\d{2}|A14)\b/g
const rulesFile = 'src/shared/RULES.md'
const rules = readFileSync(path.join(root, rulesFile), 'utf8')
const defined = new Set([...rules.matchAll(/\*\*([A-Z][\w.-]*)\*\*/g)].map(([, id]) => id))

/** `H3.1k a` is reading a of row H3.1 as it stands in the county's table. */
function isDefined(cited: string): boolean {
  const id = cited.replace(' ', '')
  if (defined.has(id)) return true
  const [, row, reading] = /^(H\d\.\d)k([a-k])$/.exec(id) ?? []
  return row !== undefined && defined.has(`${row}k`) && defined.has(`${row}${reading}`)
}

/** What a file says to people: its comments, and the texts of a rubric document. */
function textsOf(file: string): string {
  const source = readFileSync(path.join(root, file), 'utf8')
  if (!/\.tsx?$/.test(file)) return source
  return [...source.matchAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm)].map(([comment]) => comment).join('\n')
}

const files = execFileSync('git', ['ls-files', 'src', 'cloudfunctions', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(tsx?|md|json)$/.test(file) && file !== rulesFile)

test('each code that is cited is defined', () => {
  const astray = files.flatMap((file) =>
    [...textsOf(file).matchAll(code)]
      .map(([cited]) => cited)
      .filter((cited) => !isDefined(cited))
      .map((cited) => `${file}: ${cited}`),
  )
  expect(astray).toEqual([])
})

test('each code that RULES.md itself refers to is defined', () => {
  expect([...rules.matchAll(code)].map(([cited]) => cited).filter((cited) => !isDefined(cited))).toEqual([])
})

test('no file refers to a document that the repository does not hold', () => {
  const held = new Set(
    execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .map((file) => path.basename(file)),
  )
  const astray = files.flatMap((file) =>
    [...textsOf(file).matchAll(/[\w.-]+\.md\b/g)]
      .map(([name]) => name)
      .filter((name) => !held.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(astray).toEqual([])
})
