/**
 * `npm run recompute -- --result ID`: does a stored result follow from its stored inputs, byte for byte? In the
 * database of the variables of `npm run migrate`; without PGHOST or MIGRATE_PGHOST, or with `--folder DIR`, in the
 * local host's folder. Code 0 for equal bytes, 1 for others, 2 with one line on standard error for bad input.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, databaseSettings, type Database, type DatabaseSettings } from '../../backend'
import { openDatabase } from '../database'
import { takeLock } from '../lock-file'
import { projectFolder } from '../options'
import { namesDatabase, ownerSettings } from './owner-settings'
import { CannotRecompute, recomputeResult, type Recomputed } from './recompute-result'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function lineOf({ result, stored, computed, equal }: Recomputed): string {
  const about = `${result.platform.id} ${result.period}, ${result.rubricId} ${result.rubricVersion}`
  const outcome = ({ card, total, grade }: typeof stored) =>
    `total ${total}, grade ${grade ?? 'none'}, SHA-256 of the card ${sha256(card)}`
  return equal
    ? `equal bytes: ${about}; ${outcome(stored)}`
    : `DIFFERENT bytes: ${about}; stored ${outcome(stored)}; computed ${outcome(computed)}`
}

async function withDatabase<Answer>(settings: DatabaseSettings, work: Work<Answer>) {
  const database = connect(settings)
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}
type Work<Answer> = (database: Database) => Promise<Answer>

async function inFolder<Answer>(folder: string, work: Work<Answer>): Promise<Answer> {
  const databaseFolder = join(folder, 'database')
  if (!existsSync(databaseFolder)) throw new CannotRecompute(`there is no local database in ${folder}`)
  const unlock = takeLock(folder)
  try {
    const local = await openDatabase(databaseFolder)
    try {
      return await withDatabase(databaseSettings(local.environment), work)
    } finally {
      await local.close()
    }
  } finally {
    unlock()
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { result: { type: 'string' }, folder: { type: 'string' } } })
  const { result, folder } = values
  if (!result) throw new CannotRecompute('usage: npm run recompute -- --result ID [--folder DIR]')
  const work: Work<Recomputed> = (database) => recomputeResult(database, result)
  const recomputed =
    folder === undefined && namesDatabase(process.env)
      ? await withDatabase(ownerSettings(process.env), work)
      : await inFolder(resolve(folder ?? join(projectFolder, '.local')), work)
  console.log(lineOf(recomputed))
  if (!recomputed.equal) process.exitCode = 1
}

run().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : 'the result could not be computed again'
  console.error(text.split('\n')[0])
  process.exitCode = 2
})
