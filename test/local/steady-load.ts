/**
 * Steady work at a running host: records with and without photos are saved, enterprises entered, records approved,
 * the year so far evaluated. What was acknowledged is remembered; what got no answer may be sent again.
 */
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { RunningHost } from '../../cloudfunctions/local'
import { activity, record } from '../functions/harness/records'
import { contract, failureSchema, type RunSummary } from '../../src/shared/contract'
import { actAs, callAs, json, send } from './requests'

export const platformId = 'kill-city'
export const province = 'preview-kill-province'
export const clients = ['preview-kill-1', 'preview-kill-2', 'preview-kill-3'] as const

const steps = ['saved', 'entered', 'approved'] as const
type Step = (typeof steps)[number]
export type Sent = {
  record: ReturnType<typeof record>
  photo: Buffer | null
  /** The id of the participation. */
  entry: string | null
  approve: boolean
}

const saved = z.object({
  results: z.array(z.object({ outcome: z.enum(['stored', 'repeated']) })).length(1),
})
const entered = z.object({
  results: z.array(z.object({ participation: z.object({ id: z.uuid() }) })).length(1),
})

export function steadyLoad(month: string) {
  const sent = new Map<string, Sent>()
  const acknowledged: Record<Step, Set<string>> = {
    saved: new Set(),
    entered: new Set(),
    approved: new Set(),
  }

  /** Every third record has a photo, every second an enterprise that is entered, and most are approved. */
  function make(): Sent {
    const photo = sent.size % 3 === 0 ? Buffer.from(randomUUID().repeat(2_000)) : null
    const now = new Date(Date.now() - 60_000).toISOString()
    const photos = photo
      ? [{ id: randomUUID(), sha256: createHash('sha256').update(photo).digest('hex'), size: photo.length }]
      : []
    const made = {
      record: record({ platformId, payload: activity({ startsAt: now, endsAt: now, photos }) }),
      photo,
      entry: sent.size % 2 === 0 ? randomUUID() : null,
      approve: sent.size % 4 !== 3,
    }
    sent.set(made.record.id, made)
    return made
  }

  const work: Record<Step, (url: string, openid: string, each: Sent) => Promise<void>> = {
    saved: async (url, openid, { record: made, photo }) => {
      saved.parse(await actAs(url, openid, 'records', 'push', { records: [made] }))
      const [named] = 'photos' in made.payload ? made.payload.photos : []
      if (!photo || !named) return
      const headers = { 'x-preview-openid': openid }
      const stored = await send(url, `/files/${named.id}`, { method: 'PUT', headers, body: photo })
      const { fileId } = z.object({ fileId: z.string() }).parse(json(stored))
      await actAs(url, openid, 'records', 'attachPhoto', { recordId: made.id, photo: named, fileId })
    },
    entered: async (url, openid, { record: { id: activityId, filledAt: at }, entry: id }) => {
      if (id === null) return
      const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
      const entries = [{ id, enterprise, source: 'staff-entry', at }]
      const { results } = entered.parse(await actAs(url, openid, 'confirm', 'enter', { activityId, entries }))
      if (results[0]?.participation.id !== id) throw new Error('another participation than was entered')
    },
    approved: async (url, _, { record: { id, revision }, approve }) => {
      if (!approve) return
      await actAs(url, province, 'review', 'approve', { id, revision, approvedAttendances: null })
    },
  }

  /** Whatever of it has not been acknowledged. */
  async function carryOut({ url }: RunningHost, openid: string, each: Sent): Promise<void> {
    for (const step of steps) {
      if (acknowledged[step].has(each.record.id)) continue
      await work[step](url, openid, each)
      acknowledged[step].add(each.record.id)
    }
  }

  return {
    sent,
    acknowledged,
    carryOut,
    untilItDies: async (host: RunningHost, openid: string): Promise<void> => {
      try {
        for (;;) {
          await carryOut(host, openid, make())
          // Tallies and results are written in the middle of it all.
          if (sent.size % 8 === 0) await evaluate(host, month)
        }
      } catch (error) {
        // Only of a host that is gone; any answer of a living one is looked at.
        if (!/ECONN|EPIPE|socket hang up/.test(String(error))) throw error
      }
    },
  }
}

/** The run of a month; null while another call is at work on it, which one that was killed is for a minute. */
export async function evaluate({ url }: RunningHost, period: string): Promise<RunSummary | null> {
  const answer = await callAs(url, province, 'evaluate', { action: 'run', input: { period } })
  const refused = failureSchema.safeParse(answer)
  if (refused.success && refused.data.error.code === 'RUN_UNDER_WAY') return null
  return z.object({ ok: z.literal(true), data: contract.evaluate.run.output }).parse(answer).data
}
