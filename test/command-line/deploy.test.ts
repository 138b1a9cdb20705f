/** `npm run deploy` and `npm run upload`: what they refuse, what a dry run shows, what they would run. */
import { execFile } from 'node:child_process'
import { deploy } from '../../cloudfunctions/local/commands/deploy-command'
import { upload } from '../../cloudfunctions/local/commands/upload-command'
import type { Ran } from '../../cloudfunctions/local/commands/run-npm'
import { readFunctions } from '../../cloudfunctions/local/functions'
import { stubFunctions } from '../local/folders'

const variables = {
  PGHOST: '10.0.0.5',
  PGUSER: 'window_app',
  PGPASSWORD: 'very-secret',
  PGDATABASE: 'window',
  PGSSL: 'require',
  VPC_ID: 'vpc-abc123',
  SUBNET_ID: 'subnet-def456',
  MIGRATE_PGHOST: 'sh-postgres.example.com',
  MIGRATE_PGPORT: '26543',
  MIGRATE_PGUSER: 'window_owner',
  MIGRATE_PGPASSWORD: 'owner-secret',
  REMINDER_TEMPLATE_ID: 'reminder_template_1',
}
/** Words of @cloudbase/cli 2.12.10, which ends with code 0 whether it deployed the function or not. */
const succeeded = (name: string): Ran => ({
  code: 0,
  output: `- 云函数部署中...\n\u001b[32m✔\u001b[39m [${name}] 云函数部署成功！\n`,
})
const refused = (name: string): Ran => ({
  code: 0,
  output: `- Cloud function deploying...\n✖ [${name}] 函数部署失败\n✖   错误信息: 内存不足\n`,
})
const known = readFunctions(stubFunctions)
const names = [...known.keys()]

type Changes = Record<string, string | undefined>

async function runDeploy(
  argv: string[],
  changes: Changes = {},
  failing: { migrate?: Error; cli?: (name: string) => Ran } = {},
) {
  const out: string[] = []
  const error: string[] = []
  const done: { migrated?: object; config?: unknown; commands?: string[] } = {}
  const code = await deploy(argv, {
    variables: { ...variables, ...changes },
    functions: async () => readFunctions(stubFunctions),
    migrationNames: async () => ['20261121000000_create_tables'],
    migrate: async (settings) => {
      if (failing.migrate) throw failing.migrate
      done.migrated = settings
      return ['20261121000000_create_tables']
    },
    runBeside: async (config, command) => {
      done.config = JSON.parse(config)
      done.commands = [...(done.commands ?? []), command.join(' ')]
      const name = /deploy (\S+)/.exec(command.join(' '))?.[1] ?? ''
      return (failing.cli ?? succeeded)(name)
    },
    out: (text) => out.push(text),
    error: (text) => error.push(text),
  })
  return { code, out: out.join('\n'), error: error.join('\n'), done }
}

describe('a deployment that cannot be', () => {
  it.each([
    ['no environment', [], {}, /^missing option --env/],
    ['an environment that is none', ['--env', 'a b'], {}, /^--env is not an id/],
    ['an unknown option', ['--env', 'prod-1', '--colour'], {}, /--colour/],
    ['no database', ['--env', 'prod-1'], { PGHOST: undefined, PGPORT: 'x' }, /PGHOST, PGPORT$/],
    [
      'no network',
      ['--env', 'prod-1'],
      { VPC_ID: undefined, SUBNET_ID: 'x' },
      /^missing or wrong: VPC_ID, SUBNET_ID/,
    ],
    [
      'a wrong address for the migrations',
      ['--env', 'prod-1'],
      { MIGRATE_PGPORT: 'x' },
      /PGPORT of the migrations$/,
    ],
    [
      'a template that is none',
      ['--env', 'prod-1'],
      { DECISION_TEMPLATE_ID: '!' },
      /^wrong: DECISION_TEMPLATE_ID/,
    ],
  ] satisfies [string, string[], Changes, RegExp][])(
    '%s: one line, code 2, nothing done',
    async (_, argv, changes, words) => {
      const { code, out, error, done } = await runDeploy(argv, changes)
      expect([code, out, done]).toEqual([2, '', {}])
      expect(error).toMatch(words)
      expect(error.split('\n')).toHaveLength(1)
      expect(error).not.toMatch(/secret/)
    },
  )

  it('deploys nothing after migrations that failed', async () => {
    const broken = await runDeploy(['--env', 'prod-1'], {}, { migrate: new Error('connection refused') })
    expect(broken).toMatchObject({ code: 1, done: {} })
    expect(broken.error).toMatch(/nothing was deployed: connection refused/)
  })

  it.each([
    ['says that it failed, and ends with code 0', refused],
    ['ends with another code', (name: string): Ran => ({ ...succeeded(name), code: 1 })],
    ['says nothing', (): Ran => ({ code: 0, output: '' })],
    ['speaks of another function', (): Ran => succeeded('other')],
    [
      'updates it and then fails to',
      (name: string): Ran => ({ code: 0, output: succeeded(name).output + refused(name).output }),
    ],
  ])('stops at a function of which CloudBase %s, and names it', async (_, cli) => {
    const [first = '', second = '', third = '', ...others] = names
    const { code, error, done } = await runDeploy(
      ['--env', 'prod-1'],
      {},
      {
        cli: (name) => (name === second ? cli(name) : succeeded(name)),
      },
    )
    expect(code).toBe(1)
    expect(done.commands).toHaveLength(2)
    expect(error).toContain(`the function ${second} was not deployed`)
    expect(error).toContain(`deployed before it: ${first}; not tried: ${[third, ...others].join(', ')}`)
    expect(error).toMatch(/run the same again/)
  })
})

describe('a dry run', () => {
  it('shows migrations, settings and command, no password, and does nothing', async () => {
    const { code, out, error, done } = await runDeploy(['--env', 'prod-1', '--dry-run'])
    expect([code, error, done]).toEqual([0, '', {}])
    expect(out).not.toMatch(/very-secret|owner-secret/)
    expect(out).toContain('window at sh-postgres.example.com:26543 as window_owner')
    expect(out).toContain('20261121000000_create_tables')
    expect(out).toContain('"PGPASSWORD": "***"')
    expect(out).toMatch(/The database is not asked.*all that there are/s)
    for (const name of names)
      expect(out).toMatch(
        new RegExp(
          `npm exec --yes --package=@cloudbase/cli@[\\d.]+ -- tcb fn deploy ${name} --force --yes -e prod-1`,
        ),
      )
  })
})

describe('a deployment', () => {
  it('migrates with one user and gives the functions the other, their timers, limits and network', async () => {
    const { code, out, done } = await runDeploy(['--env', 'prod-1'])
    expect(code).toBe(0)
    expect(out).toContain(`deployed ${names.join(', ')}`)
    expect(done.commands).toHaveLength(names.length)
    expect(done.migrated).toMatchObject({ PGHOST: 'sh-postgres.example.com', PGPASSWORD: 'owner-secret' })
    expect(done.config).toMatchObject({
      version: '2.0',
      envId: 'prod-1',
      functionRoot: './cloudfunctions',
      functions: [...known].map(([name, { timeout, memorySize, triggers }]) => ({
        name,
        timeout,
        memorySize,
        triggers,
        runtime: 'Nodejs20.19',
        vpc: { vpcId: 'vpc-abc123', subnetId: 'subnet-def456' },
        envVariables: {
          PGHOST: '10.0.0.5',
          PGPASSWORD: 'very-secret',
          REMINDER_TEMPLATE_ID: 'reminder_template_1',
        },
      })),
    })
    expect(JSON.stringify(done.config)).not.toMatch(/owner|MIGRATE/)
  })

  it.each(['deployed', 'updated'])('is believed in English too: %s', async (verb) => {
    const cli = (name: string): Ran => ({
      code: 0,
      output: `✔ [${name}] Cloud function ${verb} successfully!`,
    })
    expect((await runDeploy(['--env', 'prod-1'], {}, { cli })).code).toBe(0)
  })

  it('as a person starts it without variables: one line and code 2', async () => {
    const empty = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
    const command = [
      '--import',
      'tsx',
      'cloudfunctions/local/commands/upload.ts',
      '--env',
      'prod-1',
      '--version',
      '1.0.0',
      '--desc',
      'x',
    ]
    const { code, text } = await new Promise<{ code: unknown; text: string }>((resolve) => {
      execFile(process.execPath, command, { env: empty }, (failed, _, text) =>
        resolve({ code: failed?.code, text }),
      )
    })
    expect([code, text]).toEqual([2, 'missing or wrong: WECHAT_APP_ID\n'])
  })
})

describe('an upload', () => {
  const right = ['--env', 'prod-1', '--version', '1.2.3', '--desc', '首个版本']
  async function runUpload(argv: string[], changes: Changes = {}, failing = '') {
    const out: string[] = []
    const error: string[] = []
    const ran: { command: string; variables: Record<string, string> }[] = []
    const code = await upload(argv, {
      variables: { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_UPLOAD_KEY: '/keys/upload.key', ...changes },
      exists: () => true,
      runNpm: async (given, variables) => {
        const command = given.join(' ')
        ran.push({ command, variables })
        return command === failing ? 1 : 0
      },
      out: (text) => out.push(text),
      error: (text) => error.push(text),
    })
    return { code, out: out.join('\n'), error: error.join('\n'), ran }
  }

  it.each([
    ['no environment', right.slice(2), {}, /--env ENV/],
    ['an environment that is none', ['--env', 'A!', ...right.slice(2)], {}, /--env is not/],
    ['no version', ['--env', 'prod-1', '--desc', 'x'], {}, /--version/],
    ['a version that is none', ['--env', 'prod-1', '--version', 'new', '--desc', 'x'], {}, /--version/],
    ['no description', ['--env', 'prod-1', '--version', '1.0.0'], {}, /--desc/],
    ['no app', right, { WECHAT_APP_ID: 'touristappid' }, /WECHAT_APP_ID/],
    ['no key', right, { WECHAT_UPLOAD_KEY: undefined }, /WECHAT_UPLOAD_KEY/],
  ] satisfies [string, string[], Changes, RegExp][])(
    'is refused with %s',
    async (_, argv, changes, words) => {
      const { code, error, ran } = await runUpload(argv, changes)
      expect([code, ran]).toEqual([2, []])
      expect(error).toMatch(words)
      expect(error.split('\n')).toHaveLength(1)
    },
  )

  it.each(['run build:weapp', 'run build:functions', 'run size'])(
    'is not tried after a failed npm %s',
    async (step) => {
      const { code, error, ran } = await runUpload(right, {}, step)
      expect(code).toBe(1)
      expect(ran.at(-1)?.command).toBe(step)
      expect(error).toContain(`nothing was uploaded: npm ${step} failed`)
    },
  )

  it('shows its commands in a dry run, and otherwise builds for the environment, checks and uploads', async () => {
    const dry = await runUpload([...right, '--dry-run'])
    expect(dry).toMatchObject({ code: 0, ran: [] })
    expect(dry.out).toMatch(
      /CLOUD_ENVIRONMENT=prod-1\n.*npm run build:weapp\n.*npm run size\nnpm exec --yes --package=miniprogram-ci@[\d.]+ -- miniprogram-ci upload --pp \. --pkp/s,
    )
    const { code, ran } = await runUpload(right)
    expect(code).toBe(0)
    expect(ran.map(({ command }) => command.split(' ')[1])).toEqual([
      'build:weapp',
      'build:functions',
      'size',
      '--yes',
    ])
    for (const { variables } of ran)
      expect(variables).toEqual({ CLOUD_ENVIRONMENT: 'prod-1', NODE_ENV: 'production' })
    expect(ran.at(-1)?.command).toContain('--appid wx0123456789abcdef --uv 1.2.3 --ud 首个版本')
  })
})
