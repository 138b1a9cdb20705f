/**
 * The people and platforms of the tests.
 *
 *   湖南省平台 430000 ─ 长沙 430100 ─ 长沙县 430121
 *                    └ 株洲 430200
 */
import { randomUUID } from 'node:crypto'
import { grantMembership, transact, whoIs, type Database } from '../../../cloudfunctions/backend'
import type { Role } from '../../../src/shared/contract'

export const platforms = {
  hunan: {
    id: 'p-hunan',
    name: '湖南省中小企业公共服务平台',
    tier: 'province',
    area: '430000',
    parent: null,
  },
  changsha: { id: 'p-changsha', name: '长沙市窗口平台', tier: 'city', area: '430100', parent: 'p-hunan' },
  county: {
    id: 'p-changsha-county',
    name: '长沙县窗口平台',
    tier: 'county',
    area: '430121',
    parent: 'p-changsha',
  },
  zhuzhou: { id: 'p-zhuzhou', name: '株洲市窗口平台', tier: 'city', area: '430200', parent: 'p-hunan' },
} as const

type Cast = Record<string, { roles: { role: Role; platform?: string; area?: string }[] }>

const cast = {
  阿丽: { roles: [{ role: 'staff', platform: 'p-changsha' }] },
  小美: { roles: [{ role: 'staff', platform: 'p-changsha' }] },
  老周: { roles: [{ role: 'manager', platform: 'p-changsha' }] },
  /** Of the county under 长沙. */
  小吴: { roles: [{ role: 'staff', platform: 'p-changsha-county' }] },
  /** Of another city. */
  老李: { roles: [{ role: 'manager', platform: 'p-zhuzhou' }] },
  小陈: { roles: [{ role: 'reviewer', area: '430100' }] },
  /** Reviews another city. */
  小邓: { roles: [{ role: 'reviewer', area: '430200' }] },
  /** Records for 长沙 and reviews its area. */
  小方: {
    roles: [
      { role: 'staff', platform: 'p-changsha' },
      { role: 'reviewer', area: '430100' },
    ],
  },
  省平台: { roles: [{ role: 'province' }] },
  王总: { roles: [{ role: 'enterprise' }] },
  /** Has a WeChat identity and nothing else. */
  路人: { roles: [] },
} satisfies Cast

export type Name = keyof typeof cast
export const names = Object.keys(cast).filter((name): name is Name => name in cast)

/** The openid of somebody of the cast. */
export const openidOf = (name: Name): string => `openid-${Buffer.from(name).toString('hex')}`

/** Fills an empty database with the platforms and the people. */
export async function seed(database: Database, now: Date): Promise<void> {
  await database
    .insertInto('platforms')
    .values(
      Object.values(platforms).map(({ id, name, tier, area, parent }) => ({
        id,
        name,
        tier,
        area_code: area,
        parent_id: parent,
      })),
    )
    .execute()
  for (const name of names) {
    await database
      .insertInto('people')
      .values({ id: randomUUID(), openid: openidOf(name), name })
      .execute()
    const { person } = await whoIs(database, openidOf(name))
    const { roles }: Cast[string] = cast[name]
    for (const { role, platform, area } of roles) {
      await transact(database, (trx) =>
        grantMembership(trx, {
          personId: person.id,
          role,
          platformId: platform ?? null,
          areaCode: area ?? null,
          grantedBy: null,
          now,
        }),
      )
    }
  }
}
