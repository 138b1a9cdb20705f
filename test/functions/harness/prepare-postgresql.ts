/** Before all tests on PostgreSQL. */
import { preparePostgresql } from './servers'

export default async function prepare(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set')
  await preparePostgresql(url)
}
