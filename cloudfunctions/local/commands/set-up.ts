/**
 * Prepares a deployed, migrated database: `npm run set-up -- --file province.json`, with the
 * variables of `npm run migrate`. `test/functions/province.json` shows the form of the file.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { connect } from '../../backend'
import { ownerSettings } from './owner-settings'
import { provinceFile, setUpProvince } from './set-up-province'

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { file: { type: 'string' } } })
  if (!values.file) throw new Error('usage: npm run set-up -- --file province.json')
  const parsed = provinceFile.safeParse(JSON.parse(readFileSync(values.file, 'utf8')))
  if (!parsed.success) throw new Error(`${values.file}: ${z.prettifyError(parsed.error)}`)
  const database = connect(ownerSettings(process.env))
  try {
    const { platforms, rubrics, people } = await setUpProvince(database, parsed.data, new Date())
    console.log(`added ${platforms} platforms, ${rubrics} rubrics, ${people} people of the province`)
  } finally {
    await database.destroy()
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'nothing was set up')
  process.exitCode = 1
})
