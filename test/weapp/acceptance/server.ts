/** What the server has, asked as a person's phone asks it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { contract, type StoredRecord } from '../../../src/shared/contract'
import type { Province } from './province'

const answerOf = <Data>(data: z.ZodType<Data>) => z.object({ ok: z.literal(true), data })

/** All records of the person's platform. */
export async function recordsOf(province: Province, person: string): Promise<StoredRecord[]> {
  const ask = async <Data>(name: string, request: object, output: z.ZodType<Data>): Promise<Data> => {
    const answer = await fetch(`${province.url}/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-preview-openid': person },
      body: JSON.stringify(request),
    })
    return answerOf(output).parse(await answer.json()).data
  }
  const me = await ask('session', { action: 'whoAmI', input: {} }, contract.session.whoAmI.output)
  const platformId = me.memberships.find(({ platform }) => platform !== null)?.platform?.id
  const records = new Map<string, StoredRecord>()
  for (let cursor: string | null = null; ;) {
    const page: z.infer<typeof contract.records.pull.output> = await ask(
      'records',
      { action: 'pull', input: { platformId, cursor } },
      contract.records.pull.output,
    )
    for (const record of page.records) records.set(record.id, record)
    cursor = page.cursor
    if (!page.more) return [...records.values()]
  }
}

/** Of what lies in the file store under a photo's id; null where nothing does. */
export async function sha256OfFile(province: Province, id: string): Promise<string | null> {
  const answer = await fetch(`${province.url}/files/${id}`)
  if (!answer.ok) return null
  return createHash('sha256')
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest('hex')
}
