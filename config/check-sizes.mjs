// Prints what the builds weigh, and fails over budget. It also refuses what would stop a phone from starting the app.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'acorn'
import { budget, filesOf, functionSizes, packageSizes } from './sizes.mjs'

const weapp = join('dist', 'weapp')
const functions = join('dist', 'cloudfunctions')
/** iOS 12 and Android 8 read no newer syntax than this. */
const oldestSyntax = 2019

const problems = []

function print(name, size, limit) {
  const over = size > limit
  console.log(
    `${name.padEnd(28)} ${(size / 1024).toFixed(1).padStart(8)} KB of ${(limit / 1024).toFixed(0)}${over ? '  OVER' : ''}`,
  )
  if (over) problems.push(`${name} is over its budget`)
}

const sizes = functionSizes(functions)
if (!existsSync(join(weapp, 'app.json'))) {
  console.error(`${weapp} is not built: npm run build:weapp`)
  process.exit(1)
}
if (sizes.length === 0) {
  console.error(`${functions} is not built: npm run build:functions`)
  process.exit(1)
}
for (const file of filesOf(weapp)) {
  const name = relative(weapp, file)
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
const packages = packageSizes(weapp)
print('main package', packages.main, budget.main)
for (const [root, size] of packages.others) print(`  ${root}`, size, budget.all)
print('all packages', packages.all, budget.all)

for (const [name, size] of sizes) print(`function ${name}`, size, budget.bundle)

for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
