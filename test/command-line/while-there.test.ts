/** The file with the password is gone whatever ends the deployment. */
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { whileThere } from '../../cloudfunctions/local/commands/while-there'
import { newFolder, removeFolders, root } from '../local/folders'

afterAll(removeFolders)
const newFile = () => join(newFolder(), 'cloudbaserc.json')

it('is for its owner alone, and gone after the work and after its failure', async () => {
  const file = newFile()
  const mode = await whileThere(file, '{}', async () => statSync(file).mode & 0o777)
  expect([mode, existsSync(file)]).toEqual([0o600, false])
  await expect(whileThere(file, '{}', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(file)).toBe(false)
})

/** Resolves when the process is gone; the test's own limit ends the waiting. */
async function endOf(pid: number): Promise<void> {
  try {
    process.kill(pid, 0)
  } catch {
    return
  }
  await new Promise((resolve) => setTimeout(resolve, 20))
  await endOf(pid)
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('is gone after %s, and so is what was run beside it', async (signal, expected) => {
  const file = newFile()
  const program = `
    require('tsx/cjs/api').register()
    const { whileThere } = require('./cloudfunctions/local/commands/while-there')
    const { runNpm } = require('./cloudfunctions/local/commands/run-npm')
    process.env.npm_execpath = '-e'
    whileThere(process.argv[1], '{}', () => runNpm(['console.log(process.pid); setInterval(() => 0, 1000)'], '.'))`
  const child = spawn(process.execPath, ['-e', program, file], { cwd: root })
  const pid = await new Promise<number>((resolve) => {
    child.stdout.on('data', (text: Buffer) => resolve(Number(text.toString('utf8'))))
  })
  expect(existsSync(file)).toBe(true)
  child.kill(signal)
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect([code, existsSync(file)]).toEqual([expected, false])
  await endOf(pid)
})
