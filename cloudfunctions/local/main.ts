/** The steps of `npm start`, in their order, and the way back when it stops. */
import { join } from 'node:path'
import { connect, databaseSettings } from '../backend'
import { migrate } from '../backend/migrations'
import { announce } from './announce'
import { buildFunctions, buildWeb } from './build-outputs'
import { openDatabase, removeDatabase, type LocalDatabase } from './database'
import { ensureExample, forgetExample } from './example'
import { HostFault } from './fault'
import { openFileStore, removeFiles } from './file-store'
import { logToFile } from './function-log'
import { openFunctions } from './functions'
import { takeLock } from './lock-file'
import { readOptions, type HostOptions } from './options'
import { readPeople } from './preview'
import { startTimers } from './timers'
import { startWeb } from './web'

type Undo = () => void | Promise<void>

export async function main(): Promise<void> {
  const undo: Undo[] = []
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    for (const step of undo.reverse()) await step()
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  // A host that was started by another program goes with it.
  process.on('disconnect', () => void stop(0))
  try {
    const options = readOptions(process.argv.slice(2), process.env)
    const url = await start(options, undo)
    if (!stopping) process.send?.({ ready: url })
  } catch (error) {
    if (stopping) return
    const reason = error instanceof HostFault ? error.message : `本地服务没有启动: ${firstLine(error)}`
    process.stderr.write(`${reason}\n`)
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    await stop(1)
  }
}

async function start(options: HostOptions, undo: Undo[]): Promise<string> {
  const began = performance.now()
  const say = (line: string) => {
    if (!options.quiet) process.stdout.write(`${line}\n`)
  }
  undo.push(takeLock(options.folder))
  const web = await startWeb(options.port, options.web, say)
  undo.push(web.close)
  const url = `http://127.0.0.1:${web.port}`

  const databaseFolder = join(options.folder, 'database')
  const filesFolder = join(options.folder, 'files')
  if (options.fresh) {
    say('清空本地数据,重新开始…')
    removeDatabase(databaseFolder)
    removeFiles(filesFolder)
    forgetExample(options.folder)
  }

  // The web preview takes longest; it is made while the database is opened and filled.
  const webBuilt = options.build === 'all' ? buildWeb(say) : Promise.resolve()
  webBuilt.catch(() => undefined)
  if (options.build !== 'none') await buildFunctions(say)
  const database = await openDatabase(databaseFolder)
  undo.push(database.close)
  await applyMigrations(database)

  Object.assign(process.env, database.environment, {
    PGPOOL_MAX: '10',
    PREVIEW_LINK_BASE: `${url}/`,
    PREVIEW_FILES: filesFolder,
  })
  logToFile(join(options.folder, 'functions.log'))
  process.on('unhandledRejection', (error) => console.error('unhandled rejection', error))
  const functions = openFunctions(options.functions)
  if (options.example)
    await ensureExample({ database, functions, folder: options.folder, seed: options.seed, say })
  database.markReady()
  await webBuilt

  web.open({ functions, people: peopleOf(database), files: openFileStore(filesFolder) })
  if (options.timers) undo.push(startTimers(functions, say))
  announce(say, url, (performance.now() - began) / 1000)
  return url
}

async function applyMigrations(database: LocalDatabase): Promise<void> {
  const connection = connect(databaseSettings(database.environment))
  try {
    await migrate(connection)
  } finally {
    await connection.destroy()
  }
}

function peopleOf(database: LocalDatabase) {
  return async () => {
    const client = await database.connect()
    try {
      return await readPeople(client)
    } finally {
      await client.end()
    }
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
