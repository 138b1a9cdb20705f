/** A PostgreSQL of the test's own, in a folder that goes away afterwards: it can be stopped in the middle of work. */
import { execFile, execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const versions = '/usr/lib/postgresql'

const installed = () =>
  (existsSync(versions) ? readdirSync(versions) : [])
    .filter((version) => existsSync(join(versions, version, 'bin', 'postgres')))
    .sort((a, b) => Number(a) - Number(b))

export const isInstalled = () => installed().length > 0

function newestBinaries(): string {
  const found = installed().at(-1)
  if (found === undefined) throw new Error(`no PostgreSQL in ${versions}`)
  return join(versions, found, 'bin')
}

/** The server refuses to run as root: then it runs as `postgres`, whom its package has made. */
function owner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export type Server = ReturnType<typeof ownServer>

/** Chooses folder and port; nothing runs before `create`. */
export function ownServer({ connections }: { connections: number }) {
  const binaries = newestBinaries()
  const as = owner()
  const folder = mkdtempSync(join(tmpdir(), 'postgresql-'))
  if (as) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const port = randomInt(20_000, 40_000)
  const options = [
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`,
    `-c max_connections=${connections} -c superuser_reserved_connections=0 -c max_wal_senders=0`,
  ].join(' ')
  const run = (program: string, ...args: string[]) =>
    new Promise<void>((resolve, reject) =>
      execFile(join(binaries, program), ['-D', data, ...args], { cwd: '/', ...as }, (error) =>
        error ? reject(error) : resolve(),
      ),
    )
  const starting = ['-w', '-l', join(folder, 'log'), '-o', options]
  return {
    variables: {
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGUSER: 'postgres',
      PGPASSWORD: '',
      PGDATABASE: 'postgres',
      PGSSL: 'disable',
    },
    create: async () => {
      await run(
        'initdb',
        '-U',
        'postgres',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
      )
      await run('pg_ctl', 'start', ...starting)
    },
    start: () => run('pg_ctl', 'start', ...starting),
    /** `smart` waits for those who are there, and takes nobody else; it is not waited for. */
    stop: (mode: 'fast' | 'immediate' | 'smart') =>
      run('pg_ctl', 'stop', '-m', mode, mode === 'smart' ? '-W' : '-w'),
    restart: (mode: 'fast' | 'immediate') => run('pg_ctl', 'restart', '-m', mode, ...starting),
    remove: async () => {
      await run('pg_ctl', 'stop', '-m', 'immediate', '-w').catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
