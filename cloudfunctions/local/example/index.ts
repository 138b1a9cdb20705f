/** The example province of the local host: made, put into the database, evaluated. Enter this room here. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { shanghaiDate } from '../../../src/shared/calendar'
import type { LocalDatabase } from '../database'
import type { Functions } from '../functions'
import { evaluatePeriods, periodsBefore } from './evaluate'
import { insertTables, isEmpty } from './insert'
import { exampleProvince, lastKnownDay } from './province'
import { tableRows } from './rows'

export { exampleProvince, lastKnownDay } from './province'
export type { ExampleProvince } from './province'
export { tableRows } from './rows'

/** How far the example of a folder has come. */
const stateSchema = z.object({ seed: z.string(), asOf: z.iso.date(), evaluated: z.boolean() })
type State = z.infer<typeof stateSchema>

type Parts = {
  database: LocalDatabase
  functions: Functions
  folder: string
  seed: string
  say: (line: string) => void
}

/** Fills an empty database, once; goes on with the evaluation if an earlier start was interrupted in it. */
export async function ensureExample({ database, functions, folder, seed, say }: Parts): Promise<void> {
  const filled = await fill(database, folder, seed, say)
  const state = filled ?? readState(folder)
  if (!state || state.evaluated || !functions.configs.has('evaluate')) return
  const began = performance.now()
  const { years } = yearsOf(state.asOf)
  const periods = periodsBefore(state.asOf, years)
  say(`正在评出 ${years.join('、')} 年已过去的各期 (共 ${periods.length} 期)…`)
  await evaluatePeriods(functions, periods)
  writeState(folder, { ...state, evaluated: true })
  say(`各期已评出,用时 ${seconds(began)} 秒`)
}

export function forgetExample(folder: string): void {
  rmSync(fileOf(folder), { force: true })
}

async function fill(
  database: LocalDatabase,
  folder: string,
  seed: string,
  say: (line: string) => void,
): Promise<State | null> {
  const client = await database.connect()
  try {
    if (!(await isEmpty(client))) return null
    const began = performance.now()
    say('第一次启动: 正在生成虚构的示例数据…')
    const asOf = lastKnownDay(shanghaiDate(new Date()))
    const example = exampleProvince(seed, asOf)
    // Known before the data is there: whoever finds the data knows what day it belongs to.
    const state = { seed, asOf, evaluated: false }
    writeState(folder, state)
    await insertTables(client, tableRows(example))
    const { platforms, records, participations } = example
    const counts = `${platforms.length} 个平台、${records.length} 条记录、${participations.length} 家次确认`
    say(`示例数据已写入: ${counts},用时 ${seconds(began)} 秒`)
    return state
  } finally {
    await client.end()
  }
}

function yearsOf(asOf: string): { years: [string, string] } {
  const year = asOf.slice(0, 4)
  return { years: [String(Number(year) - 1), year] }
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1)
const fileOf = (folder: string) => join(folder, 'example.json')

function readState(folder: string): State | null {
  if (!existsSync(fileOf(folder))) return null
  const parsed = stateSchema.safeParse(JSON.parse(readFileSync(fileOf(folder), 'utf8')))
  return parsed.success ? parsed.data : null
}

function writeState(folder: string, state: State): void {
  writeFileSync(`${fileOf(folder)}.part`, JSON.stringify(state))
  renameSync(`${fileOf(folder)}.part`, fileOf(folder))
}
