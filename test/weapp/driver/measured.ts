/** Each phone leaves what it measured in a file; the table at the end is made of them. */
import { join } from 'node:path'
import { z } from 'zod'
import { project } from './built'

export const MEASURED = join(project, '.local', 'weapp-set-data')

export const setDataSchema = z.array(
  z.object({ page: z.string(), within: z.string(), bytes: z.number(), turn: z.number(), cause: z.string() }),
)
