// Faults of the person at the command line: each ends in one line on standard error and exit code 2.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { z } from 'zod'

const withMessage = z.object({ message: z.string() })

export class UsageError extends Error {}

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
