/**
 * `npm run upload`: the mini-program to WeChat, through its own miniprogram-ci. It is built for this anew: only a build
 * knows the environment whose functions it will call, and what lies in dist may be older than its sources.
 */
import { z } from 'zod'
import { environmentOf, readOptions, UsageError } from './usage'

/** What the command needs of the world. */
export interface UploadWorld {
  readonly variables: Record<string, string | undefined>
  readonly exists: (file: string) => boolean
  /** Runs npm with these arguments, and these variables beside its own; its exit code. */
  readonly runNpm: (given: readonly string[], variables: Record<string, string>) => Promise<number>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** WeChat's own command line, run without being installed here: with all it brings it is larger than the project. */
const CLI = 'miniprogram-ci@2.1.42'

const help = `Builds the mini-program for an environment, checks its size and uploads it as a development version.

  npm run upload -- --env ENV --version X.Y.Z --desc TEXT [--dry-run]

  --env ENV   id of the CloudBase environment whose functions it calls

Variables: WECHAT_APP_ID, WECHAT_UPLOAD_KEY (path of the key that WeChat's console gives for uploading).`

/** The size of both is checked; the functions are built in two seconds. */
const checkedBuild = [
  ['run', 'build:weapp'],
  ['run', 'build:functions'],
  ['run', 'size'],
]

const appId = z.string().regex(/^wx[0-9a-f]{16}$/)
const version = z.string().regex(/^\d+\.\d+\.\d+$/)

/** Exit code: 0 done, 1 the upload failed, 2 asked for wrongly. */
export async function upload(argv: readonly string[], world: UploadWorld): Promise<number> {
  try {
    const options = readOptions(argv, {
      env: { type: 'string' },
      version: { type: 'string' },
      desc: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    })
    if (options.help) {
      world.out(help)
      return 0
    }
    const variables = { CLOUD_ENVIRONMENT: environmentOf(options.env), NODE_ENV: 'production' }
    const command = uploadCommand(options, world)
    const steps = [...checkedBuild, command]
    if (options['dry-run']) {
      const set = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
      const lines = steps.map((step) => `npm ${step.map(quoted).join(' ')}`)
      world.out(['A dry run, nothing is uploaded. Would run with', ...set, '', ...lines].join('\n'))
      return 0
    }
    for (const step of steps) {
      if ((await world.runNpm(step, variables)) === 0) continue
      world.error(
        `nothing was uploaded: npm ${step === command ? 'exec miniprogram-ci' : step.join(' ')} failed`,
      )
      return 1
    }
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    world.error(error.message)
    return 2
  }
}

function uploadCommand(options: { version?: string; desc?: string }, world: UploadWorld): string[] {
  const { WECHAT_APP_ID, WECHAT_UPLOAD_KEY: key } = world.variables
  if (!version.safeParse(options.version).success) throw new UsageError('missing option --version X.Y.Z')
  if (!options.desc?.trim()) throw new UsageError('missing option --desc TEXT (what is new)')
  const app = appId.safeParse(WECHAT_APP_ID)
  if (!app.success) throw new UsageError('missing or wrong: WECHAT_APP_ID')
  if (!key || !world.exists(key)) throw new UsageError('missing, or no such file: WECHAT_UPLOAD_KEY')
  return [
    ...['exec', '--yes', `--package=${CLI}`, '--', 'miniprogram-ci', 'upload'],
    ...['--pp', '.', '--pkp', key, '--appid', app.data],
    ...['--uv', options.version ?? '', '--ud', options.desc.trim(), '-r', '1'],
  ]
}

const quoted = (word: string) => (/^[\w@./:=-]+$/.test(word) ? word : JSON.stringify(word))
