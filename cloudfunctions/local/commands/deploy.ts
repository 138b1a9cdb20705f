/** `npm run deploy`: the command on this process's arguments, variables and files. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../backend'
import { migrate, readMigrations } from '../../backend/migrations'
import { buildFunctions } from '../build-outputs'
import { readFunctions } from '../functions'
import { projectFolder } from '../options'
import { deploy } from './deploy-command'
import { runNpm } from './run-npm'

const dist = join(projectFolder, 'dist')

void deploy(process.argv.slice(2), {
  variables: process.env,
  functions: async () => {
    await buildFunctions(console.error)
    return readFunctions(join(dist, 'cloudfunctions'))
  },
  migrationNames: async () => Object.keys(await readMigrations()),
  migrate: async (settings) => {
    const database = connect(settings)
    try {
      return await migrate(database)
    } finally {
      await database.destroy()
    }
  },
  runBeside: async (config, command) => {
    const file = join(dist, 'cloudbaserc.json')
    writeFileSync(file, config, { mode: 0o600 })
    try {
      return await runNpm(command, dist)
    } finally {
      rmSync(file, { force: true })
    }
  },
  out: console.log,
  error: console.error,
}).then((code) => {
  process.exitCode = code
})
