/** What a person may say to `npm start`, from the command line and the environment. */
import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { HostFault } from './fault'

export const projectFolder = resolve(__dirname, '..', '..')

const optionsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535),
  folder: z.string().min(1),
  fresh: z.boolean(),
  quiet: z.boolean(),
  /** The example province is made from this text; the same text and day give the same province. */
  seed: z.string().min(1).max(60),
  /** Without it the database stays empty after the migrations. */
  example: z.boolean(),
  /** What is built before starting, where it is older than its sources. */
  build: z.enum(['all', 'functions', 'none']),
  functions: z.string().min(1),
  web: z.string().min(1),
  timers: z.boolean(),
})
export type HostOptions = z.infer<typeof optionsSchema>

/** @throws HostFault for an unknown option, a port that is none, and the like. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): HostOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        folder: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        seed: { type: 'string', default: 'hunan' },
        'no-example': { type: 'boolean', default: false },
        build: { type: 'string', default: 'all' },
        functions: { type: 'string' },
        web: { type: 'string' },
        'no-timers': { type: 'boolean', default: false },
      },
    })
    return optionsSchema.parse({
      port: values.port ?? environment.PORT ?? '8787',
      folder: resolve(values.folder ?? join(projectFolder, '.local')),
      fresh: values.fresh,
      quiet: values.quiet,
      seed: values.seed,
      example: !values['no-example'],
      build: values.build,
      functions: resolve(values.functions ?? join(projectFolder, 'dist', 'cloudfunctions')),
      web: resolve(values.web ?? join(projectFolder, 'dist', 'web')),
      timers: !values['no-timers'],
    })
  } catch (error) {
    const fault = error instanceof z.ZodError ? error.issues[0] : undefined
    const what = fault
      ? `--${fault.path.join('.')}: ${fault.message}`
      : String(error instanceof Error ? error.message : error)
    throw new HostFault(
      `参数不对 (${what.split('\n')[0]})。用法: npm start -- [--port 8787] [--fresh] [--folder 目录]`,
    )
  }
}
