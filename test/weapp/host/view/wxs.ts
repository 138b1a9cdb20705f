/** Loads a .wxs module: WeChat's small scripts that templates call. They see nothing but their own file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { fieldsOf } from '../values'

export function loadWxs(folder: string, path: string): unknown {
  const module = { exports: {} }
  const context = createContext({ module }, { codeGeneration: { strings: false, wasm: false } })
  new Script(readFileSync(join(folder, path), 'utf8'), { filename: path }).runInContext(context)
  return fieldsOf(module.exports)
}
