/** `npm run upload`: the command on this process's arguments, variables and files. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { projectFolder } from '../options'
import { runNpm } from './run-npm'
import { upload } from './upload-command'

void upload(process.argv.slice(2), {
  variables: process.env,
  exists: (file) => existsSync(resolve(projectFolder, file)),
  runNpm: async (given, variables) =>
    (await runNpm(given, projectFolder, { ...process.env, ...variables })).code,
  out: console.log,
  error: console.error,
}).then((code) => {
  process.exitCode = code
})
