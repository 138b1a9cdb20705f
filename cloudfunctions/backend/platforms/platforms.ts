/** The tree of platforms. */
import type { ExpressionBuilder, SqlBool, Expression } from 'kysely'
import type { Platform } from '../../../src/shared/contract'
import type { Database, Tables, Trx } from '../database'
import type { PlatformScope } from '../policies'

const columns = [
  'platforms.id',
  'platforms.name',
  'platforms.tier',
  'platforms.area_code as areaCode',
] as const

/** Condition on a query that has `platforms` in it: the platform lies in the scope. An empty scope matches nothing. */
export function inScope(scope: PlatformScope) {
  return (eb: ExpressionBuilder<Tables, 'platforms'>): Expression<SqlBool> => {
    if (scope.all) return eb.lit(true)
    const ways = scope.areaPrefixes.map((prefix) => eb('platforms.area_code', 'like', `${prefix}%`))
    if (scope.platformIds.length > 0) ways.push(eb('platforms.id', 'in', scope.platformIds))
    return ways.length > 0 ? eb.or(ways) : eb.lit(false)
  }
}

export async function findPlatform(database: Database | Trx, id: string): Promise<Platform | null> {
  const platform = await database
    .selectFrom('platforms')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return platform ?? null
}

/** The platforms of a scope in the order of their area codes: a city before its counties. */
export async function listPlatforms(database: Database | Trx, scope: PlatformScope): Promise<Platform[]> {
  return database
    .selectFrom('platforms')
    .select(columns)
    .where((eb) => inScope(scope)(eb))
    .orderBy('area_code')
    .execute()
}
