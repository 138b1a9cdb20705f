/** The names of all that wx has, from WeChat's own typings, so that a call that this host lacks is named. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

let names: ReadonlySet<string> | null = null

export function wxNames(): ReadonlySet<string> {
  if (names) return names
  const folder = dirname(createRequire(__filename).resolve('miniprogram-api-typings/package.json'))
  const typings = readFileSync(join(folder, 'types', 'wx', 'lib.wx.api.d.ts'), 'utf8')
  // Their comments hold examples, which look like code.
  const [, from = ''] = typings.replace(/\/\*[\s\S]*?\*\//g, '').split(/\n {4}interface Wx \{\n/)
  const [body = ''] = from.split(/\n {4}\}\n/)
  names = new Set([...body.matchAll(/^ {8}(\w+)[<(]/gm)].map(([, name = '']) => name))
  return names
}
