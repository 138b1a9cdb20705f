/** The embedded database of the local host: opening it, knowing that it is sound, closing it. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Client } from 'pg'
import { z } from 'zod'
import { HostFault } from '../fault'

const messageSchema = z.union([
  z.object({ port: z.int().positive() }),
  z.object({ fault: z.string() }),
  z.object({ closed: z.literal(true) }),
])

export type LocalDatabase = {
  /** What `pg` reads from the environment to find the database. */
  environment: Record<string, string>
  connect(): Promise<Client>
  /** Says that everything has been set up, so that missing files are damage from now on. */
  markReady(): void
  close(): Promise<void>
}

/** Opens the database in a folder. @throws HostFault when it is damaged or the folder holds something else. */
export async function openDatabase(folder: string): Promise<LocalDatabase> {
  const marker = `${folder}.ready`
  prepareFolder(folder, marker)
  const worker = new Worker(join(__dirname, 'worker.mjs'), {
    workerData: { folder },
    stdout: true,
    stderr: true,
  })
  const answer = await nextMessage(worker)
  if (!('port' in answer)) {
    await worker.terminate()
    throw damaged(folder)
  }
  const environment = {
    PGHOST: '127.0.0.1',
    PGPORT: String(answer.port),
    PGUSER: 'postgres',
    PGPASSWORD: 'local',
    PGDATABASE: 'postgres',
    PGSSL: 'disable',
  }
  const connect = async () => {
    const client = new Client({
      host: environment.PGHOST,
      port: answer.port,
      user: environment.PGUSER,
      password: environment.PGPASSWORD,
      database: environment.PGDATABASE,
    })
    // A connection that the closing server cuts is no news.
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  const close = async () => {
    worker.postMessage('close')
    await nextMessage(worker)
    await worker.terminate()
  }
  try {
    await readEverything(connect)
  } catch {
    await close()
    throw damaged(folder)
  }
  return { environment, connect, close, markReady: () => writeFileSync(marker, '') }
}

/** Removes the database of a folder, and the sign that it was ready. */
export function removeDatabase(folder: string): void {
  rmSync(`${folder}.ready`, { force: true })
  rmSync(folder, { recursive: true, force: true })
}

/**
 * PGlite makes a new database over a folder whose version file is gone, and so would throw away what was there.
 * What an interrupted first start has left behind is removed; anything else is a fault.
 */
function prepareFolder(folder: string, marker: string): void {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(folder)
  if (names.includes('PG_VERSION')) return
  if (existsSync(marker)) throw damaged(folder)
  if (names.length === 0) return
  if (!names.includes('base') && !names.includes('global')) {
    throw new HostFault(`目录里有别的文件,不会在这里建数据库: ${folder}。请用 --folder 另选目录`)
  }
  removeDatabase(folder)
  mkdirSync(folder, { recursive: true })
}

/** Pages bear checksums, so reading each table shows a damaged one at the start and not in the middle of work. */
async function readEverything(connect: () => Promise<Client>): Promise<void> {
  const client = await connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
    )
    for (const { name } of rows) await client.query(`select count(*) from ${name}`)
  } finally {
    await client.end()
  }
}

function damaged(folder: string): HostFault {
  return new HostFault(
    `本地数据库打不开,可能已损坏: ${folder}。要重新开始请运行 npm start -- --fresh (本地数据会清空)`,
  )
}

function nextMessage(worker: Worker): Promise<z.infer<typeof messageSchema>> {
  return new Promise((resolve) => {
    const settle = (answer: z.infer<typeof messageSchema>) => {
      worker.removeAllListeners()
      resolve(answer)
    }
    worker.once('message', (message: unknown) => {
      const parsed = messageSchema.safeParse(message)
      settle(parsed.success ? parsed.data : { fault: 'unknown message' })
    })
    worker.once('error', (error) => settle({ fault: error.message }))
    worker.once('exit', (code) => settle({ fault: `exit ${code}` }))
  })
}
