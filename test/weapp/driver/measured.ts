/** Each phone leaves what it measured in a file; the table at the end is made of them. */
import { resolve } from 'node:path'
import { z } from 'zod'

export const MEASURED = resolve(__dirname, '..', '..', '..', '.local', 'weapp-set-data')

export const setDataSchema = z.array(
  z.object({ page: z.string(), within: z.string(), bytes: z.number(), turn: z.number(), cause: z.string() }),
)
