// An invented province for the runs: cities and counties by number, a person, the rubrics of 2023, and a year's
// records put in by the database itself.
import type { Client } from 'pg'
import { z } from 'zod'
import { insertTables } from '../../cloudfunctions/local/example/insert'
import { activityCategories, honourKinds, recordPayload, type RecordPayload } from '../../src/shared/records'
import { storeRubric } from '../functions/evaluating'
import { typicalCity } from './facts'
import type { Open } from './databases'

export const person = '00000000-0000-7000-8000-000000000001'
/** After all duties of 2023 have fallen due. */
export const now = new Date('2024-01-20T02:00:00Z')
/** How a run is measured: to its end, and with every platform. */
export const throughout = {
  budgetMs: Infinity,
  report: (error: unknown): never => {
    throw error
  },
}
export const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`)

export type BenchPlatform = { id: string; tier: 'city' | 'county'; city: number }

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Platforms, the rubrics of both tiers, and what is said of each platform for the year. */
export async function insertProvince(
  { client, database }: Open,
  cities: number,
  counties: number,
): Promise<BenchPlatform[]> {
  const area = (city: number) => `${11 + Math.floor(city / 90)}${twoDigits((city % 90) + 1)}`
  const platforms: BenchPlatform[] = [
    ...Array.from({ length: cities }, (_, city) => ({ id: `city-${city}`, tier: 'city' as const, city })),
    ...Array.from({ length: counties }, (_, at) => ({
      id: `county-${at}`,
      tier: 'county' as const,
      city: at % cities,
    })),
  ]
  const created = '2022-06-01T00:00:00Z'
  const places = platforms.map(({ id, tier, city }, at) => ({
    id,
    name: `示例平台 ${at}`,
    tier,
    area_code: area(city) + twoDigits(tier === 'city' ? 0 : Math.floor((at - cities) / cities) + 1),
    parent_id: tier === 'city' ? null : `city-${city}`,
    created_at: created,
  }))
  const said = platforms.map(({ id }) => ({ platform_id: id, year: '2023' }))
  await insertTables(client, [
    { table: 'platforms', rows: places },
    {
      table: 'people',
      rows: [{ id: person, openid: 'openid-bench', name: '', created_at: created }],
    },
    {
      table: 'statements',
      rows: said.flatMap((row, at) =>
        ['registrationTarget', 'localIndustrialEnterprises'].map((name, place) => ({
          ...row,
          id: `00000000-0000-7000-8000-${String(at * 2 + place).padStart(12, '0')}`,
          name,
          value: 400 + (at % 900),
          source: '示例',
          stated_by: person,
          stated_at: '2023-02-01T00:00:00Z',
        })),
      ),
    },
    {
      table: 'marks',
      rows: said.flatMap((row, at) =>
        Object.entries(marks).map(([criterion, points], place) => ({
          ...row,
          id: `00000000-0000-7000-8001-${String(at * 100 + place).padStart(12, '0')}`,
          criterion,
          points: (points * ((at % 9) + 1)) / 9,
          reason: '示例',
          judge_id: person,
          marked_at: '2023-12-20T00:00:00Z',
        })),
      ),
    },
  ])
  await storeRubric(database, 'hunan-2023-city')
  await storeRubric(database, 'hunan-2023-county')
  return platforms
}

/** The marks of a typical city; a county's table has the same criteria or leaves a mark aside. */
const marks = z.record(z.string(), z.number()).parse(typicalCity.marks)

/** The same approved records for every platform, `each` of them a platform, spread evenly over the months. */
export async function insertRecords(client: Client, each: number): Promise<void> {
  for (const [number, month] of months.entries()) {
    const payloads = Array.from({ length: each }, (_, at) => at)
      .filter((at) => at % months.length === number)
      .map((at) => ({ number: at + 1, payload: recordPayload.parse(payloadOf(at, month)) }))
    await client.query(
      `insert into records (platform_id, id, kind, month, date, revision, hash, payload, state, submitted_by,
         filled_at, received_at, decided_by, decided_at, change)
       select platforms.id, gen_random_uuid(), payload->>'kind', $2, $2 || '-15', 1, repeat('0', 64), payload,
         'approved', $3, $4, $4, $3, $4, number
       from platforms cross join json_to_recordset($1::json) as made (number bigint, payload jsonb)`,
      [JSON.stringify(payloads), month, person, `${month}-16T02:00:00Z`],
    )
  }
  await client.query(
    'insert into month_versions (platform_id, month) select distinct platform_id, month from records',
  )
  await client.query('analyze')
}

/** Mostly activities, some of everything else; all on the 15th of the month. */
function payloadOf(at: number, month: string): RecordPayload {
  const enterprise = { name: '示例机械有限公司', creditCode: '91430181MA4L00000R' }
  const day = `${month}-15`
  switch (at % 10) {
    case 7:
      return {
        kind: 'transaction',
        enterprise,
        service: '财税咨询',
        order: `D${at}`,
        completedAt: `${day}T02:00:00Z`,
        confirmedByBoth: true,
      }
    case 8:
      return {
        kind: 'demand',
        demand: 'loan',
        enterprise,
        amount: 200,
        purpose: '购置设备',
        receivedAt: `${day}T01:00:00Z`,
        publishedAt: `${day}T08:00:00Z`,
        channel: 'provincial',
      }
    case 9:
      return {
        kind: 'honour',
        honour: honourKinds[at % honourKinds.length] ?? 'service-star',
        title: `荣誉 ${at}`,
        issuer: '省工信厅',
        conferredOn: day,
        story: `报道 ${at % 40}`,
        proof: '见附件',
        photos: [],
      }
    default:
      return {
        kind: 'activity',
        category: activityCategories[at % activityCategories.length] ?? 'other',
        title: `示例园区第 ${at} 场服务活动`,
        startsAt: `${day}T01:00:00Z`,
        endsAt: `${day}T04:00:00Z`,
        place: { name: '示例园区企业服务中心', method: 'typed' },
        role: at % 5 === 0 ? 'assist' : 'host',
        campaign: at % 20 === 0 ? 'together' : 'none',
        online: false,
        published: at % 9 !== 0,
        attendances: at % 60,
        announcement: '关于举办服务活动的通知',
        summary: '企业与服务机构对接,现场答疑。',
        outcome: '三家达成意向。',
        photos: [],
      }
  }
}
