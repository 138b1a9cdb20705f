/**
 * What a new deployment needs before anybody can join: the tree of platforms, the rubrics in force, and the
 * first people of the province. Running it again adds what is new and changes nothing that is there.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { areaCodeSchema, idSchema, tierSchema } from '../../../src/shared/contract'
import { yearSchema } from '../../../src/shared/calendar'
import { canonicalJson } from '../../../src/shared/records'
import { carryOver, parseRubric } from '../../../src/shared/rubric'
import { appendAudit, grantMembership, transact, whoIs, type Database, type Trx } from '../../backend'

const platform = z.strictObject({
  id: idSchema,
  name: z.string().min(2).max(60),
  tier: tierSchema,
  areaCode: areaCodeSchema,
  parentId: idSchema.nullable(),
})
/** A shipped document for the period of a year, with the readings that the province has chosen. */
const rubric = z.strictObject({
  rubric: z.string(),
  year: yearSchema,
  settings: z.record(z.string(), z.string()).default({}),
})

export const provinceFile = z.strictObject({
  /** Parents before their children. */
  platforms: z.array(platform).default([]),
  rubrics: z.array(rubric).default([]),
  /** Openids of the province's first people; everybody else joins by invitation. */
  province: z.array(z.string().min(1).max(128)).default([]),
})
export type ProvinceFile = z.infer<typeof provinceFile>

export type Added = { platforms: number; rubrics: number; people: number }

/** Adds what is new, all or nothing. Throws on a platform or rubric that is there with other content. */
export function setUpProvince(database: Database, file: ProvinceFile, now: Date): Promise<Added> {
  return transact(database, async (trx) => {
    const added = { platforms: 0, rubrics: 0, people: 0 }
    for (const one of file.platforms) if (await addPlatform(trx, one)) added.platforms += 1
    for (const one of file.rubrics) if (await addRubric(trx, one)) added.rubrics += 1
    for (const openid of file.province) if (await addPerson(trx, openid, now)) added.people += 1
    await appendAudit(trx, {
      at: now,
      personId: null,
      action: 'set-up',
      platformId: null,
      subject: 'province',
      details: added,
    })
    return added
  })
}

async function addPlatform(trx: Trx, one: z.infer<typeof platform>): Promise<boolean> {
  const there = await trx.selectFrom('platforms').selectAll().where('id', '=', one.id).executeTakeFirst()
  if (there) {
    const same =
      there.tier === one.tier && there.area_code === one.areaCode && there.parent_id === one.parentId
    if (!same) throw new Error(`platform ${one.id} is there with another tier, area or parent`)
    return false
  }
  await trx
    .insertInto('platforms')
    .values({ id: one.id, name: one.name, tier: one.tier, area_code: one.areaCode, parent_id: one.parentId })
    .execute()
  return true
}

async function addRubric(trx: Trx, wanted: z.infer<typeof rubric>): Promise<boolean> {
  const document = carryOver(wanted.rubric, wanted.year, wanted.settings)
  const { id, version, tier, period } = parseRubric(document)
  const text = canonicalJson(document)
  const digest = createHash('sha256').update(text).digest('hex')
  const there = await trx
    .selectFrom('rubrics')
    .select('digest')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (there && there.digest !== digest) {
    throw new Error(`rubric ${id} ${version} is there with other content: give it a new version`)
  }
  if (there) return false
  await trx
    .insertInto('rubrics')
    .values({ id, version, tier, period_from: period.from, period_to: period.to, document: text, digest })
    .execute()
  return true
}

async function addPerson(trx: Trx, openid: string, now: Date): Promise<boolean> {
  const { person } = await whoIs(trx, openid)
  return grantMembership(trx, {
    personId: person.id,
    role: 'province',
    platformId: null,
    areaCode: null,
    grantedBy: null,
    now,
  })
}
