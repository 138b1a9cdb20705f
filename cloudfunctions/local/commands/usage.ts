// Faults of the person at the command line: each ends in one line on standard error and exit code 2.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { z } from 'zod'

const withMessage = z.object({ message: z.string() })

const environmentId = z.string().regex(/^[a-z0-9][a-z0-9-]{2,60}$/)

export class UsageError extends Error {}

/** What stands after `--env`. */
export function environmentOf(given: string | undefined): string {
  if (given === undefined) throw new UsageError('missing option --env ENV (id of the CloudBase environment)')
  if (!environmentId.safeParse(given).success) throw new UsageError('--env is not an id of an environment')
  return given
}

/** `parseArgs` with its faults as usage errors. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (error) {
    throw new UsageError(withMessage.safeParse(error).data?.message ?? 'bad arguments')
  }
}
