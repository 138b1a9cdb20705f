// What the builds weigh and may weigh, in bytes: `npm run size` refuses what is over, `npm run bench` shows it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const MB = 1024 * 1024
export const budget = { main: MB, all: 2 * MB, bundle: 400 * 1024 }

export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** A built mini-program: its main package, each other package by its folder, and all of them together. */
export function packageSizes(weapp) {
  const app = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/*$/, '/'))
  const others = new Map(roots.map((root) => [root, 0]))
  let main = 0
  let all = 0
  for (const file of filesOf(weapp)) {
    const { size } = statSync(file)
    const name = relative(weapp, file)
    const root = roots.find((folder) => name.startsWith(folder))
    if (root === undefined) main += size
    else others.set(root, others.get(root) + size)
    all += size
  }
  return { main, others: [...others], all }
}

/** Built functions by name, in its order; none when nothing is built. */
export function functionSizes(folder) {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.map((name) => [name, statSync(join(folder, name, 'index.js')).size])
}
