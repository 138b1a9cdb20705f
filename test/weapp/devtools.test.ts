/**
 * The way to DevTools, as far as it can be walked without them: `npm run test:devtools` finds a `cli`, starts it as the
 * official client does, and an acceptance test passes over the one phone that is there, offline and over a death.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { built, project } from './driver/built'
import { endHosts, hostFor } from './driver/host-process'
import { devtoolsProject } from './driver/devtools-project'

afterAll(endHosts)

type Ended = { code: number | null; output: string }

function runDevtools(tests: readonly string[], variables: Record<string, string>): Promise<Ended> {
  const jest = spawn(
    process.execPath,
    [
      join(project, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--config',
      'test/weapp/devtools.config.cjs',
      ...tests,
    ],
    { cwd: project, env: { ...process.env, ...variables } },
  )
  let output = ''
  for (const stream of [jest.stdout, jest.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve) => jest.once('close', (code) => resolve({ code, output })))
}

test('an acceptance test runs unchanged over the cli of DevTools, without a network and over the death of the app', async () => {
  const host = await hostFor(join(devtoolsProject(built), 'app'), null, ['--devtools'])
  const { code, output } = await runDevtools(
    ['--testPathPatterns', 'entering', '-t', 'waits with the activity, over the death of the app'],
    {
      WECHAT_CLI: join(__dirname, 'stand-in-devtools.mjs'),
      STAND_IN_DEVTOOLS: host.split(':')[1] ?? '',
    },
  )
  expect({ code, passed: /Tests: .*\b1 passed/.test(output), output }).toMatchObject({
    code: 0,
    passed: true,
  })
}, 240_000)
