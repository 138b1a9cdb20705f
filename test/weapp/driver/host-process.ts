/** Starts the headless host in a process of its own, once for each built mini-program. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const running = new Map<string, Promise<string>>()
const children: ChildProcess[] = []

/** Ends every host that this process started. */
export async function endHosts(): Promise<void> {
  running.clear()
  for (const child of children.splice(0)) {
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.stdin?.end()
    await ended
  }
}

/** The address of the host, such as `127.0.0.1:40123`. */
export function hostFor(
  app: string,
  functions: string | null,
  more: readonly string[] = [],
): Promise<string> {
  const key = [app, functions ?? '', ...more].join(' ')
  const known = running.get(key) ?? start(app, functions, more)
  running.set(key, known)
  return known
}

function start(app: string, functions: string | null, more: readonly string[]): Promise<string> {
  const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href
  const main = join(__dirname, '..', 'host', 'main.ts')
  const given = ['--app', app, ...(functions === null ? [] : ['--functions', functions]), ...more]
  const child = spawn(process.execPath, ['--import', tsx, main, ...given], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(`127.0.0.1:${line.toString('utf8').trim()}`))
    child.once('exit', (code) => reject(new Error(said.trim() || `the headless host ended with ${code}`)))
  })
}
