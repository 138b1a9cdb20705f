/** Which database the commands of an owner speak to: the functions' one, by the owner's own way. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { ownerSettings } from '../../cloudfunctions/local/commands/owner-settings'

const functions = { PGHOST: '10.0.0.5', PGUSER: 'app', PGPASSWORD: 'x', PGDATABASE: 'window' }

it('lets MIGRATE_ variables stand in for those of the functions', () => {
  const own = { MIGRATE_PGHOST: 'sh.example.com', MIGRATE_PGPORT: '26543', MIGRATE_PGUSER: 'owner' }
  expect(ownerSettings({ ...functions, ...own })).toMatchObject({
    PGHOST: 'sh.example.com',
    PGPORT: 26_543,
    PGUSER: 'owner',
    PGDATABASE: 'window',
  })
  expect(ownerSettings(functions)).toMatchObject({ PGHOST: '10.0.0.5', PGUSER: 'app' })
})

it('gives a migration minutes, where the functions have seconds', () => {
  expect(ownerSettings({ ...functions, PGQUERY_TIMEOUT: '7' }).PGQUERY_TIMEOUT).toBeGreaterThanOrEqual(600)
})

it.each([
  ['a public address', { MIGRATE_PGHOST: 'sh.example.com' }, 'require'],
  ['a public address beside a private one', { MIGRATE_PGHOST: '43.1.2.3', PGSSL: 'disable' }, 'require'],
  ['what the functions have', { MIGRATE_PGHOST: 'sh.example.com', PGSSL: 'verify-full' }, 'verify-full'],
  ['what somebody says', { MIGRATE_PGHOST: 'sh.example.com', MIGRATE_PGSSL: 'disable' }, 'disable'],
  ['a private address', { MIGRATE_PGHOST: '172.20.1.1' }, 'disable'],
  ['the functions’ own address', {}, 'disable'],
])('encrypts by the rule for %s', (_, own, expected) => {
  expect(ownerSettings({ ...functions, ...own }).PGSSL).toBe(expected)
})

it.each([
  ['migrate', []],
  ['set-up', ['--file', 'test/functions/province.json']],
  ['recompute', ['--result', '01890000-0000-7000-8000-000000000000']],
])('npm run %s asks at MIGRATE_PGHOST', async (command, given) => {
  const { PATH = '', HOME = '' } = process.env
  // Nobody is there; the functions' address would not even be a name.
  const env = {
    PATH,
    HOME,
    ...functions,
    PGHOST: 'no.invalid',
    MIGRATE_PGHOST: '127.0.0.1',
    MIGRATE_PGPORT: '1',
  }
  const file = join('cloudfunctions', 'local', 'commands', `${command}.ts`)
  const error = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', file, ...given], { env }, (_, __, text) => resolve(text))
  })
  expect(error).toContain('127.0.0.1:1')
})
