/** What may be entered, what a complete activity is, the life cycle, and the row that scoring reads. */
import fc from 'fast-check'
import {
  activityPayload,
  canonicalJson,
  completenessOf,
  countableRecord,
  dateOfAct,
  demandPayload,
  hashedText,
  honourPayload,
  isBlank,
  isComplete,
  isEditable,
  limits,
  phoneStates,
  pushedRecord,
  recordPayload,
  stateAfter,
  text,
  titleOf,
  toCountable,
  utf8Bytes,
  type RecordPayload,
} from '../../../src/shared/records'
import { activity, demand, honour } from './builders'

const refusalsOf = (value: unknown) => {
  const result = recordPayload.safeParse(value)
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'))
}

describe('an entry is refused at its field', () => {
  test.each([
    ['title', activity({ title: '   ' })],
    ['title', activity({ title: '长'.repeat(limits.titleLength + 1) })],
    ['endsAt', activity({ endsAt: '2023-05-11T05:59:00Z' })],
    ['attendances', activity({ attendances: -1 })],
    ['attendances', activity({ attendances: 1.5 })],
    ['attendances', activity({ attendances: limits.attendances + 1 })],
    ['startsAt', { ...activity(), startsAt: '2023-05-11 14:00' }],
    ['startsAt', activity({ startsAt: `2023-05-11T06:00:00.${'0'.repeat(40)}Z` })],
    ['title', activity({ title: '\u200b\u202e\u3164\u115f\u2800\ufeff' })],
    ['category', { ...activity(), category: 'party' }],
    ['place.latitude', activity({ place: { name: '园区', method: 'located', latitude: 91 } })],
    ['summary', activity({ summary: 'a\u0000b' })],
    ['publishedAt', demand({ publishedAt: '2023-06-20T02:00:00Z' })],
    ['amount', demand({ amount: 0 })],
    ['validUntil', honour({ conferredOn: '2023-05-10', validUntil: '2023-05-09' })],
    ['forYear', honour({ forYear: '23' })],
    ['enterprise.creditCode', demand({ enterprise: { name: '示例机械', creditCode: '91430181MA4L00000A' } })],
  ])('%s', (path, value) => {
    expect(refusalsOf(value)).toContain(path)
  })

  test('an honour may be valid on the day it is conferred alone, and says so when it would end before', () => {
    expect(refusalsOf(honour({ conferredOn: '2023-05-10', validUntil: '2023-05-10' }))).toEqual([])
    const ended = honourPayload.safeParse(honour({ conferredOn: '2023-05-10', validUntil: '2023-05-09' }))
    expect(ended.error?.issues.map(({ message }) => message)).toEqual(['有效期至不能早于授予日期'])
  })

  test('a member that the schema does not know is refused', () => {
    expect(recordPayload.safeParse({ ...activity(), approved: true }).success).toBe(false)
  })
})

describe('a record is at most 64 KB', () => {
  const long = '长'.repeat(10_000)
  const refusalsOfPush = (payload: RecordPayload) => {
    const pushed = {
      ...{ id: '018f2f6e-7b1a-7c3d-9e4f-0123456789ab', platformId: 'p', revision: 1, reason: '' },
      ...{ filledAt: '2023-05-11T09:00:00Z', hash: '0'.repeat(64), payload },
    }
    const result = pushedRecord.safeParse(pushed)
    return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join('.'), message])
  }

  test('a heavier one is refused at its heaviest field, with how much has to go', () => {
    const heavy = activity({ announcement: '长'.repeat(9_000), summary: long, outcome: '长'.repeat(9_000) })
    const [[path, message] = []] = refusalsOfPush(heavy)
    expect(path).toBe('payload.summary')
    const over = Buffer.byteLength(JSON.stringify(heavy)) - 65_536
    expect(message).toContain(String(Math.ceil(over / 3)))
  })

  test('two full texts are taken, and one that was stored before is still read', () => {
    expect(refusalsOfPush(activity({ announcement: long, summary: long, outcome: '' }))).toEqual([])
    const stored = activity({ announcement: long, summary: long, outcome: long })
    expect(recordPayload.safeParse(stored).success).toBe(true)
  })

  test('bytes are those of UTF-8', () => {
    for (const each of ['a', 'é', '长', '𠮷', '']) expect(utf8Bytes(each)).toBe(Buffer.byteLength(each))
  })
})

test('what shows nothing is blank, and nothing that shows is', () => {
  for (const each of [
    '',
    ' \u3000\n',
    '\u200b',
    '\u202e',
    '\u3164',
    '\u1160',
    '\uffa0',
    '\u2060\u00ad',
    '\ufe0f',
  ])
    expect(isBlank(each)).toBe(true)
  for (const each of ['字', '\u200b字', '.', '1', '😀', '\uff0c']) expect(isBlank(each)).toBe(false)
})

test('rare characters count as one, and hostile text is only text', () => {
  expect(text(2, 1).parse('𠮷䶮')).toBe('𠮷䶮')
  for (const title of ['=1+1', "'; drop table records; --", '😀 活动']) {
    expect(activityPayload.parse(activity({ title })).title).toBe(title)
  }
})

test('the times of an activity are compared as instants, not as text', () => {
  const ends = activity({ startsAt: '2023-05-11T14:00:00+08:00', endsAt: '2023-05-11T06:30:00Z' })
  expect(recordPayload.safeParse(ends).success).toBe(true)
})

test.each([
  ['2023-05-11T10:00:00+08:00', '2023-05-11T09:00:00Z', '2023-05-11T10:30:00+08:00'],
  ['2023-05-11T01:00:00-05:00', '2023-05-11T01:00:00-05:00', '2023-05-11T09:00:00+08:00'],
])('an end that only reads later than its start is refused at the end', (_, startsAt, endsAt) => {
  expect(refusalsOf(activity({ startsAt, endsAt }))).toEqual(['endsAt'])
})

test('the day of an act is that of Shanghai', () => {
  expect(dateOfAct(activity({ startsAt: '2023-12-31T16:00:00Z' }))).toBe('2024-01-01')
  expect(dateOfAct(demand())).toBe('2023-06-21')
})

test('an activity is complete with announcement, participants, a record of it and its result', () => {
  expect(isComplete(activity())).toBe(true)
  expect(completenessOf(activity({ announcement: ' ' })).filter((item) => !item.done)).toMatchObject([
    { id: 'announcement' },
  ])
  expect(isComplete(activity({ attendances: 0 }))).toBe(false)
  expect(isComplete(activity({ summary: '' }))).toBe(false)
  expect(isComplete(activity({ outcome: '' }))).toBe(false)
  const photo = { id: '0190a0a0-0000-7000-8000-000000000000', sha256: 'a'.repeat(64), size: 10 }
  expect(isComplete(activity({ summary: '', photos: [photo] }))).toBe(true)
})

test('only an approved activity is complete for scoring', () => {
  expect(toCountable('a', activity(), { approved: false })).toMatchObject({
    approved: false,
    complete: false,
  })
  expect(toCountable('a', activity(), { approved: true })).toMatchObject({ approved: true, complete: true })
})

test('the approved 家次 count, the declared ones only until there are any', () => {
  expect(toCountable('a', activity(), { approved: true })).toMatchObject({ attendances: 12 })
  expect(toCountable('a', activity(), { approved: true, approvedAttendances: 9 })).toMatchObject({
    attendances: 9,
  })
  expect(toCountable('a', activity(), { approved: true, approvedAttendances: 0 })).toMatchObject({
    attendances: 0,
  })
})

test('a demand is published in time up to the next working day, over a holiday', () => {
  const inTime = (publishedAt: string | null) => toCountable('d', demand({ publishedAt }), { approved: true })
  expect(inTime('2023-06-25T15:59:00Z')).toMatchObject({ published: true, inTime: true })
  expect(inTime('2023-06-25T16:00:00Z')).toMatchObject({ published: true, inTime: false })
  expect(inTime(null)).toMatchObject({ published: false, inTime: false })
})

test('a demand whose next working day lies in a year without a holiday table is undecided, unless published by the next day', () => {
  const inTime = (publishedAt: string | null) =>
    toCountable('d', demand({ receivedAt: '2098-12-31T01:00:00Z', publishedAt }), { approved: true })
  expect(inTime('2099-01-04T01:00:00Z')).toMatchObject({ published: true, inTime: null })
  expect(inTime('2099-01-01T01:00:00Z')).toMatchObject({ published: true, inTime: true })
  expect(inTime(null)).toMatchObject({ published: false, inTime: false })
})

test('what is made for scoring fits the schema of scoring, for every kind', () => {
  const kinds = [
    activity(),
    demand(),
    {
      kind: 'transaction' as const,
      enterprise: demand().enterprise,
      service: '检测',
      order: 'X-1',
      completedAt: '2023-05-01T00:00:00Z',
      confirmedByBoth: true,
    },
    {
      kind: 'honour' as const,
      honour: 'service-star' as const,
      title: '服务之星',
      issuer: '示例厅',
      conferredOn: '2023-05-01',
      story: '',
      proof: '',
      photos: [],
    },
  ]
  for (const payload of kinds) {
    expect(recordPayload.parse(payload)).toEqual(payload)
    expect(countableRecord.parse(toCountable('id', payload, { approved: true })).kind).toBe(payload.kind)
    expect(titleOf(payload)).not.toBe('')
  }
})

test('a step that the life cycle does not know leads nowhere', () => {
  expect(stateAfter('approved', 'edit')).toBeNull()
  expect(stateAfter('withdrawn', 'approve')).toBeNull()
  expect(stateAfter('returned', 'approve')).toBeNull()
  expect(stateAfter('returned', 'edit')).toBe('submitted')
  for (const step of ['edit', 'withdraw', 'approve', 'return'] as const)
    expect(stateAfter('withdrawn', step)).toBeNull()
  const editable = ['draft', 'queued', 'uploading', 'failed', 'submitted', 'returned']
  expect(phoneStates.filter(isEditable)).toEqual(editable)
})

test('the canonical text does not depend on the order of members and reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = canonicalJson(value)
      expect(canonicalJson(JSON.parse(once))).toBe(once)
    }),
  )
  expect(canonicalJson({ b: 1, c: undefined, a: [true, null] })).toBe('{"a":[true,null],"b":1}')
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
})

test('the hashed text changes with the content and with the platform', () => {
  const base = hashedText('liuyang', activity())
  expect(hashedText('liuyang', activity({ title: '另一场' }))).not.toBe(base)
  expect(hashedText('changsha', activity())).not.toBe(base)
  expect(hashedText('liuyang', demandPayload.parse(demand()))).not.toBe(base)
})
