/** WeChat's own compilers of WXML and WXSS, from the package miniprogram-compiler: old, but the only ones outside DevTools. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { z } from 'zod'
import { isCallable } from './host/values'

const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const OUTPUT_LIMIT = 64 * 1024 * 1024

export type Compiler = 'wcc' | 'wcsc'
export type Outcome = { ok: boolean; output: string; complaint: string }

/** Why the compilers cannot run here, or null. */
export function compilerIsMissing(): string | null {
  const program = programOf('wcc')
  if (program === null) return `WeChat's compilers do not exist for ${process.platform}`
  const tried = spawnSync(program, ['--help'], { encoding: 'utf8' })
  if (!tried.error) return null
  return `WeChat's compilers cannot run here (${process.platform} ${process.arch}): ${tried.error.message}`
}

/** Runs a compiler in the folder of a built mini-program. */
export function runCompiler(compiler: Compiler, folder: string, given: readonly string[]): Outcome {
  const program = programOf(compiler) ?? ''
  const ended = spawnSync(program, given, { cwd: folder, encoding: 'utf8', maxBuffer: OUTPUT_LIMIT })
  return {
    ok: ended.status === 0,
    output: ended.stdout ?? '',
    complaint: ended.error?.message ?? ended.stderr ?? '',
  }
}

function programOf(compiler: Compiler): string | null {
  const folder = folders[process.platform]
  if (folder === undefined) return null
  const home = dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json'))
  const program = join(home, 'bin', folder, process.platform === 'win32' ? `${compiler}.exe` : compiler)
  if (!existsSync(program)) return null
  // The package forgets to say that they are programs.
  chmodSync(program, 0o755)
  return program
}

const attributes = z.record(z.string(), z.unknown()).default({})
export type Compiled = string | number | { tag: string; attr: Record<string, unknown>; children: Compiled[] }
const compiledSchema: z.ZodType<Compiled> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({ tag: z.string(), attr: attributes, children: z.array(compiledSchema).default([]) }),
  ]),
)

/** The tree that WeChat's compiled template gives for this data, and what it complains of meanwhile. */
export function renderCompiled(code: string, path: string, data: Record<string, unknown>) {
  const complaints: string[] = []
  const hear = (said: unknown) => void complaints.push(String(said))
  const context = createContext({ window: {}, console: { log: hear, warn: hear, error: hear } })
  new Script(
    `${code};render = (path, data) => JSON.stringify($gwx(path)(JSON.parse(data), {}, {}))`,
  ).runInContext(context)
  const render: unknown = Reflect.get(context, 'render')
  const text = isCallable(render) ? render(path, JSON.stringify(data)) : undefined
  return { tree: compiledSchema.parse(JSON.parse(String(text))), complaints }
}
