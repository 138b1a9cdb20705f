// Prints what the builds weigh, and fails over budget. It also refuses what would stop a phone from starting the app.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'acorn'

const weapp = join('dist', 'weapp')
const functions = join('dist', 'cloudfunctions')
const MB = 1024 * 1024
const budget = { main: MB, all: 2 * MB, bundle: 400 * 1024 }
/** iOS 12 and Android 8 read no newer syntax than this. */
const oldestSyntax = 2019

const problems = []

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function print(name, size, limit) {
  const over = size > limit
  console.log(
    `${name.padEnd(28)} ${(size / 1024).toFixed(1).padStart(8)} KB of ${(limit / 1024).toFixed(0)}${over ? '  OVER' : ''}`,
  )
  if (over) problems.push(`${name} is over its budget`)
}

if (!existsSync(join(weapp, 'app.json'))) {
  console.error(`${weapp} is not built: npm run build:weapp`)
  process.exit(1)
}
const app = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'))
const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/*$/, '/'))
const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])])
for (const file of filesOf(weapp)) {
  const name = relative(weapp, file)
  const root = roots.find((folder) => name.startsWith(folder)) ?? 'main'
  sizes.set(root, sizes.get(root) + statSync(file).size)
  if (!/\.(js|wxss|wxml)$/.test(name)) continue

  const text = readFileSync(file, 'utf8')
  // A picture or script of a stranger's server is neither there offline nor allowed by WeChat.
  const stranger = text.match(/https?:\/\/[\w.-]*360buyimg\.com[^\s"')]*/)
  if (stranger) problems.push(`${name} loads ${stranger[0]}`)
  if (!name.endsWith('.js')) continue
  try {
    parse(text, { ecmaVersion: oldestSyntax })
  } catch (error) {
    problems.push(`${name}: syntax newer than ES${oldestSyntax}: ${error.message}`)
  }
  if (/\(\?<[=!]/.test(text))
    problems.push(`${name}: a regular expression that looks behind; iOS before 16.4 fails`)
}
print('main package', sizes.get('main'), budget.main)
for (const root of roots) print(`  ${root}`, sizes.get(root), budget.all)
print(
  'all packages',
  [...sizes.values()].reduce((sum, size) => sum + size, 0),
  budget.all,
)

for (const name of existsSync(functions) ? readdirSync(functions).sort() : []) {
  print(`function ${name}`, statSync(join(functions, name, 'index.js')).size, budget.bundle)
}

for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
