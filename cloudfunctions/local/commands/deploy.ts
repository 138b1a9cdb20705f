/** `npm run deploy`: the command on this process's arguments, variables and files. */
import { join } from 'node:path'
import { connect } from '../../backend'
import { migrate, readMigrations } from '../../backend/migrations'
import { buildFunctions } from '../build-outputs'
import { readFunctions } from '../functions'
import { projectFolder } from '../options'
import { deploy } from './deploy-command'
import { runNpm } from './run-npm'
import { whileThere } from './while-there'

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
  runBeside: (config, command) =>
    whileThere(join(dist, 'cloudbaserc.json'), config, () => runNpm(command, dist)),
  out: console.log,
  error: console.error,
}).then((code) => {
  process.exitCode = code
})
