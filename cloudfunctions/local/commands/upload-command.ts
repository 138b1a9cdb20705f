/** `npm run upload`: the built mini-program to WeChat, through its own miniprogram-ci. */
import { z } from 'zod'
import { readOptions, UsageError } from './usage'

/** What the command needs of the world. */
export interface UploadWorld {
  readonly variables: Record<string, string | undefined>
  readonly exists: (file: string) => boolean
  /** Runs npm with these arguments; its exit code. */
  readonly runNpm: (given: readonly string[]) => Promise<number>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** WeChat's own command line, run without being installed here: with all it brings it is larger than the project. */
const CLI = 'miniprogram-ci@2.1.42'

const help = `Uploads dist/weapp to WeChat as a development version.

  npm run upload -- --version X.Y.Z --desc TEXT [--dry-run]

Variables: WECHAT_APP_ID, WECHAT_UPLOAD_KEY (path of the key that WeChat's console gives for uploading).`

const appId = z.string().regex(/^wx[0-9a-f]{16}$/)
const version = z.string().regex(/^\d+\.\d+\.\d+$/)

/** Exit code: 0 done, 1 the upload failed, 2 asked for wrongly. */
export async function upload(argv: readonly string[], world: UploadWorld): Promise<number> {
  try {
    const options = readOptions(argv, {
      version: { type: 'string' },
      desc: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    })
    if (options.help) {
      world.out(help)
      return 0
    }
    const command = uploadCommand(options, world)
    if (options['dry-run']) {
      world.out(`A dry run, nothing is uploaded. Would run:\nnpm ${command.map(quoted).join(' ')}`)
      return 0
    }
    return (await world.runNpm(command)) === 0 ? 0 : 1
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
  if (!world.exists('dist/weapp/app.json'))
    throw new UsageError('dist/weapp is not built: npm run build:weapp')
  return [
    ...['exec', '--yes', `--package=${CLI}`, '--', 'miniprogram-ci', 'upload'],
    ...['--pp', '.', '--pkp', key, '--appid', app.data],
    ...['--uv', options.version ?? '', '--ud', options.desc.trim(), '-r', '1'],
  ]
}

const quoted = (word: string) => (/^[\w@./:=-]+$/.test(word) ? word : JSON.stringify(word))
