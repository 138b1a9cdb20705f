/**
 * Starts the local host from a program: whole-system tests, the browser's test drive. The host runs in a process
 * of its own, since it puts callers' identities around the whole process and must be able to die alone.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'

export type StartOptions = {
  /** 0 = any free one. */
  port?: number
  /** Where database and files live. */
  folder: string
  fresh?: boolean
  /** The example province is made from this text; `null` leaves the database empty. */
  seed?: string | null
  /** False shows what the host says. */
  quiet?: boolean
  /** What is built first where it is stale; by default nothing: the caller has built. */
  build?: 'all' | 'functions' | 'none'
  /** Folder of built functions instead of dist/cloudfunctions. */
  functions?: string
  timers?: boolean
}

export type RunningHost = {
  url: string
  pid: number
  /** Closes the database cleanly; resolves when the process has ended. */
  stop(): Promise<void>
  /** Ends the process at once, as a power cut of the process would. */
  kill(): Promise<void>
}

const readySchema = z.object({ ready: z.url() })

/** Resolves when the host answers. Rejects with the line that the host gives as its reason. */
export function startHost(options: StartOptions): Promise<RunningHost> {
  const child = fork(join(__dirname, 'start.mjs'), argumentsOf(options), { silent: true, execArgv: [] })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  if (options.quiet === false) child.stdout?.pipe(process.stdout)
  else child.stdout?.resume()
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(said.trim() || `the local host ended with ${code}`)))
    child.once('message', (message: unknown) => {
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal)
        await ended
      }
      resolve({
        url: readySchema.parse(message).ready,
        pid: child.pid ?? 0,
        stop: () => end('SIGTERM'),
        kill: () => end('SIGKILL'),
      })
    })
  })
}

function argumentsOf(options: StartOptions): string[] {
  const {
    port = 0,
    folder,
    fresh = false,
    seed,
    quiet = true,
    build = 'none',
    functions,
    timers = false,
  } = options
  return [
    ...['--port', String(port), '--folder', folder, '--build', build],
    ...(fresh ? ['--fresh'] : []),
    ...(seed === null ? ['--no-example'] : seed === undefined ? [] : ['--seed', seed]),
    ...(quiet ? ['--quiet'] : []),
    ...(functions === undefined ? [] : ['--functions', functions]),
    ...(timers ? [] : ['--no-timers']),
  ]
}
