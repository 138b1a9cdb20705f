/** Requests to a running local host, also such as no browser would send. */
import { request } from 'node:http'
import { z } from 'zod'

export type Reply = { status: number; headers: Record<string, unknown>; body: Buffer }
type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

export function send(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const json = (reply: Reply): unknown => JSON.parse(reply.body.toString('utf8'))

/** Calls a function as somebody (or nobody); the answer of the function. */
export async function callAs(
  url: string,
  openid: string | null,
  name: string,
  event: unknown,
): Promise<unknown> {
  const headers: Record<string, string> = openid === null ? {} : { 'x-preview-openid': openid }
  return json(await send(url, `/functions/${name}`, { method: 'POST', headers, body: JSON.stringify(event) }))
}

const successSchema = z.object({ ok: z.literal(true), data: z.unknown() })

/** The data of an action that succeeds. */
export async function actAs(url: string, openid: string, name: string, action: string, input: unknown) {
  const answer = await callAs(url, openid, name, { action, input })
  const parsed = successSchema.safeParse(answer)
  if (!parsed.success) throw new Error(`${name}.${action}: ${JSON.stringify(answer)}`)
  return parsed.data.data
}
