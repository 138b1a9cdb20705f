/**
 * The preview's stand-in for signing in: a request says who it comes from, and the example people are listed to
 * choose from. It exists in the local host alone; nothing of it is in a function's bundle.
 */
import type { IncomingMessage } from 'node:http'
import type { Client } from 'pg'
import { z } from 'zod'
import { roles, roleTitles, type Role } from '../../../src/shared/contract'

export const PREVIEW_HEADER = 'x-preview-openid'

/** Not of digits alone: wx-server-sdk would turn it into a number. */
const openidSchema = z.string().regex(/^(?!\d+$)[A-Za-z0-9_-]{6,64}$/)

/** Who the request says it comes from; null when it does not say so properly. */
export function callerOf(request: IncomingMessage): string | null {
  const parsed = openidSchema.safeParse(request.headers[PREVIEW_HEADER])
  return parsed.success ? parsed.data : null
}

/** `title` = what the person is, and where. */
export type PreviewPerson = {
  openid: string
  name: string
  title: string
  role: Role | null
  platform: string | null
  platformId: string | null
}

const rowSchema = z.object({
  openid: z.string(),
  name: z.string(),
  role: z.enum(roles).nullable(),
  platform: z.string().nullable(),
  platform_id: z.string().nullable(),
  enterprise: z.string().nullable(),
})

/** Strangers, so that joining by invitation and standing for an enterprise can be tried from the beginning. */
const newcomers = ['preview-newcomer-1', 'preview-newcomer-2']

/** The example people with their first role, in the order in which they were made. */
export async function readPeople(client: Client): Promise<PreviewPerson[]> {
  const { rows } = await client.query(`
    select distinct on (p.created_at, p.id) p.openid, p.name, m.role, e.name as enterprise,
           coalesce(pl.id, ar.id) as platform_id, coalesce(pl.name, ar.name) as platform
      from people p
      left join memberships m on m.person_id = p.id and m.revoked_at is null
      left join platforms pl on pl.id = m.platform_id
      left join platforms ar on ar.area_code = m.area_code
      left join person_enterprises pe on pe.person_id = p.id
      left join enterprises e on e.credit_code = pe.credit_code
     where p.openid like 'preview-%'
     order by p.created_at, p.id, m.granted_at`)
  const people = z.array(rowSchema).parse(rows)
  const known = new Set(people.map((person) => person.openid))
  return [
    ...people.map(toPerson),
    ...newcomers.filter((openid) => !known.has(openid)).map((openid) => stranger(openid)),
  ]
}

function toPerson(row: z.infer<typeof rowSchema>): PreviewPerson {
  const role = row.role ?? (row.enterprise ? 'enterprise' : null)
  // A reviewer has an area, not the platform that bears its name.
  const area = row.platform?.replace(/窗口平台.*$/, '') ?? null
  const platform = (role === 'reviewer' ? area : row.platform) ?? row.enterprise
  return {
    openid: row.openid,
    name: row.name || '新用户',
    title: [platform, role ? roleTitles[role] : '尚未加入'].filter((part) => part !== null).join(' · '),
    role,
    platform,
    platformId: row.platform_id,
  }
}

function stranger(openid: string): PreviewPerson {
  return { openid, name: '新用户', title: '尚未加入', role: null, platform: null, platformId: null }
}
