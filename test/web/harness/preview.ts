/**
 * The built product behind a real browser: a local host with the example province. The province is made once a
 * run (see `prepare.ts`); each test file gets a copy of its folder.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { z } from 'zod'
import { openDatabase } from '../../../cloudfunctions/local/database'
import { startHost, type RunningHost } from '../../../cloudfunctions/local'

export type Preview = {
  url: string
  /** Calls a function as somebody, past the screens; answers the data or throws the refusal's code. */
  call: (openid: string, name: string, action: string, input: unknown) => Promise<unknown>
  stop: () => Promise<void>
}

const answer = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
])

/** `prepare` changes the copy of the province before it is opened. */
export async function openPreview(prepare?: (client: Client) => Promise<unknown>): Promise<Preview> {
  const template = process.env.EXAMPLE_PROVINCE
  if (!template) throw new Error('EXAMPLE_PROVINCE is not set: prepare.ts has not run')
  const folder = mkdtempSync(join(tmpdir(), 'preview-'))
  cpSync(template, folder, { recursive: true })
  if (prepare) {
    const database = await openDatabase(join(folder, 'database'))
    const client = await database.connect()
    await prepare(client)
    await client.end()
    await database.close()
  }
  const host: RunningHost = await startHost({ folder })
  return {
    url: host.url,
    call: async (openid, name, action, input) => {
      const response = await fetch(`${host.url}/functions/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-preview-openid': openid },
        body: JSON.stringify({ action, input }),
      })
      const result = answer.parse(await response.json())
      if (!result.ok) throw new Error(result.error.code)
      return result.data
    },
    stop: async () => {
      await host.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
