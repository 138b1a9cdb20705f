/** `npm run size` says what is missing: a check of nothing is no check. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, removeFolders, root } from '../local/folders'

afterAll(removeFolders)

function check(folder: string) {
  const script = join(root, 'config', 'check-sizes.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })
  return [status, stderr]
}

it('fails without a mini-program, without functions, and not with both', () => {
  const folder = newFolder()
  expect(check(folder)).toEqual([1, expect.stringContaining('npm run build:weapp')])
  mkdirSync(join(folder, 'dist', 'weapp'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'weapp', 'app.json'), '{}')
  expect(check(folder)).toEqual([1, expect.stringContaining('npm run build:functions')])
  mkdirSync(join(folder, 'dist', 'cloudfunctions', 'session'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'cloudfunctions', 'session', 'index.js'), '')
  expect(check(folder)).toEqual([0, ''])
})
