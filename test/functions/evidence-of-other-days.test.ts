/** The evidence pack under a rubric by which a record may count in a period that it is not dated in (G8, G20, D9). */
import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { eventOn, storeRubric } from './evaluating'
import { reportingWorld } from './reporting'

const { as, last, database, clock, evaluate, approved } = reportingWorld()
const valid = { conferred: 'valid', valid: 'valid', named: 'valid' }
const honour = {
  kind: 'honour' as const,
  honour: 'service-star' as const,
  title: '2021 年授予的服务之星',
  issuer: '省工信厅',
  conferredOn: '2021-11-11',
  story: '',
  proof: '证书',
  photos: [],
}

test('holds what counts in the period though it is dated before, and nothing that counts in another', async () => {
  await storeRubric(database, 'hunan-2023-city', {
    version: 'while-valid',
    dating: { records: 'act', honours: { choose: 'honourDate', of: valid } },
  })
  clock.now = new Date('2023-06-20T02:00:00Z')
  const counting = await approved({ ...honour, validUntil: '2024-11-10' })
  await approved({ ...honour, validUntil: '2022-11-10' })
  await approved({ ...honour, validUntil: '2024-11-10' }, 'p-zhuzhou')
  await approved(eventOn('2022-05-12'))
  const event = await approved(eventOn('2023-05-12'))
  const recordsIn = async (period: string) => {
    await evaluate('省平台').call('run', { period })
    await as('老周').call('evidence', { platformId: 'p-changsha', period })
    const data = unzipSync(last().content)['记录.json'] ?? new Uint8Array()
    const { records } = z
      .object({ records: z.array(z.object({ id: z.string() })) })
      .parse(JSON.parse(strFromU8(data)))
    return records.map(({ id }) => id)
  }
  expect(await recordsIn('2023-Q1')).toEqual([counting.id])
  expect(await recordsIn('2023-Q2')).toEqual([event.id])
})
