/** The forms of demands, online transactions, honours and visits: messages at the fields, worth, drafts, and changing. */
import { z } from 'zod'
import * as activityFields from '../../src/pages/record/activity/fields'
import { wordingOf } from '../../src/pages/record/activity/wording'
import * as demandFields from '../../src/pages/record/demand/fields'
import * as honourFields from '../../src/pages/record/honour/fields'
import * as plain from '../../src/pages/record/plain/fields'
import { overEmpty, typedNumber } from '../../src/pages/record/reading'
import { recordStartOf, recordStarts } from '../../src/components/record-button/starts'
import { activityTextTitles } from '../../src/components/words'
import type { DemandPayload, HonourPayload, TransactionPayload } from '../../src/shared/records'
import { creditCodeCheckCharacter, recordKinds, toCountable } from '../../src/shared/records'
import { everyField } from '../shared/records/every-field'

const now = new Date('2023-05-11T06:47:12Z')
const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
const demand: DemandPayload = {
  kind: 'demand',
  demand: 'loan',
  enterprise,
  amount: 200.5,
  purpose: '购置设备',
  receivedAt: '2023-05-11T01:00:00Z',
  publishedAt: null,
  channel: 'xiangqirong',
}
const transaction: TransactionPayload = {
  kind: 'transaction',
  enterprise,
  service: '认定辅导',
  order: 'A-1',
  completedAt: '2023-05-11T01:00:00Z',
  confirmedByBoth: false,
}
const honour: HonourPayload = {
  kind: 'honour',
  honour: 'mainstream-media-report',
  title: '直播助企',
  issuer: '湖南日报',
  conferredOn: '2023-05-10',
  story: '直播',
  proof: '',
  photos: [{ id: '01890000-0000-7000-8000-000000000001', sha256: 'a'.repeat(64), size: 10 }],
}

describe('a financing demand', () => {
  it('puts each message at its own field, those of the enterprise too', () => {
    const { errors } = demandFields.readPayload(demandFields.emptyFields(now, {}))
    expect(errors).toEqual({
      demand: '请选择需求种类',
      name: '至少 2 个字',
      creditCode: '统一社会信用代码为 18 位,现在是 0 位',
      amount: '请填写金额',
    })
  })

  it.each([
    ['0', '金额要大于 0'],
    ['1e3', '请填写金额'],
    ['-5', '请填写金额'],
    ['20000000', '金额太大,请以万元为单位填写'],
  ])('refuses an amount of %s', (amount, message) => {
    expect(demandFields.readPayload({ ...demandFields.fieldsOf(demand), amount }).errors).toEqual({
      amount: message,
    })
  })

  it('refuses a newly entered code of no known area, at its field', () => {
    const first17 = '91010100M000100Y4'
    const creditCode = first17 + creditCodeCheckCharacter(first17)
    expect(demandFields.readPayload({ ...demandFields.fieldsOf(demand), creditCode })).toEqual({
      payload: null,
      errors: { creditCode: expect.stringContaining('格式不对') },
    })
  })

  it('refuses to be published before it was received', () => {
    const fields = { ...demandFields.fieldsOf(demand), published: true, publishedAt: '2023-05-10T01:00:00Z' }
    expect(demandFields.readPayload(fields).errors).toEqual({ publishedAt: '发布时间不能早于收到时间' })
  })

  it('gives back the same record that it was filled from, published or not', () => {
    for (const payload of [demand, { ...demand, publishedAt: '2023-05-11T02:00:00Z' }])
      expect(demandFields.readPayload(demandFields.fieldsOf(payload)).payload).toEqual(payload)
  })

  it('knows what it counts from its kind alone, and gains by being published today', () => {
    expect(demandFields.provisional(demandFields.emptyFields(now, {}))).toBeNull()
    const begun = demandFields.provisional({ ...demandFields.emptyFields(now, {}), demand: 'equity' })
    expect(begun).toMatchObject({ demand: 'equity', publishedAt: null })
    const best = begun && demandFields.atBest(begun, now)
    expect(best && toCountable('a', best, { approved: true })).toMatchObject({
      published: true,
      inTime: true,
    })
    expect(best && demandFields.atBest(best, now)).toBeNull()
  })

  it('promises nothing in time for one that has lain too long', () => {
    const late = { ...demand, receivedAt: '2023-05-02T01:00:00Z' }
    const best = demandFields.atBest(late, now)
    expect(best && toCountable('a', best, { approved: true })).toMatchObject({
      published: true,
      inTime: false,
    })
  })

  it('begins with the kind and channel chosen last time', () => {
    const last = demandFields.lastChoicesOf(demandFields.fieldsOf(demand))
    expect(demandFields.emptyFields(now, last)).toMatchObject({ demand: 'loan', channel: 'xiangqirong' })
    expect(demandFields.emptyFields(now, { demand: 'ball', channel: '?' })).toMatchObject({
      demand: null,
      channel: 'provincial',
    })
  })
})

describe('an online transaction', () => {
  it('puts each message at its own field', () => {
    const { errors } = plain.readPayload('transaction', plain.emptyFields('transaction', now, {}))
    expect(Object.keys(errors ?? {}).sort()).toEqual(['creditCode', 'name', 'order', 'service'])
  })

  it('gives back the same record, begins with the service of last time, and gains by both confirming', () => {
    const fields = plain.fieldsOf(transaction)
    expect(plain.readPayload('transaction', fields).payload).toEqual(transaction)
    const next = plain.emptyFields('transaction', now, plain.lastChoicesOf('transaction', fields))
    expect(next).toMatchObject({ service: '认定辅导', order: '', completedAt: '2023-05-11T06:47:00.000Z' })
    expect(plain.provisional('transaction', next)).toMatchObject({ confirmedByBoth: false })
    expect(recordKinds.transaction.form?.atBest(transaction, now)).toEqual({
      ...transaction,
      confirmedByBoth: true,
    })
    expect(recordKinds.transaction.form?.atBest({ ...transaction, confirmedByBoth: true }, now)).toBeNull()
  })
})

describe('a form made from the description of its kind', () => {
  it.each(['demand', 'transaction'] as const)('gives back the same record of the kind %s', (kind) => {
    const payload = everyField[kind]
    expect(plain.readPayload(kind, plain.fieldsOf(payload))).toEqual({ payload, errors: null })
  })

  it('reads a draft of any age, each field by itself', () => {
    const empty = plain.emptyFields('transaction', now, {})
    const kept = { service: '认定辅导', order: 7, confirmedByBoth: 'yes', later: true }
    expect(plain.readFields('transaction', kept, empty)).toEqual({ ...empty, service: '认定辅导' })
  })

  it('opens each kind that has a start', () => {
    expect(recordStarts.map(({ start }) => start)).toEqual([
      ...['activity', 'matching', 'visit', 'demand', 'transaction', 'honour'],
    ])
  })
})

describe('an honour', () => {
  it('puts each message at its own field', () => {
    const { errors } = honourFields.readPayload(honourFields.emptyFields(now))
    expect(errors).toEqual({ honour: '请选择荣誉种类', title: '请填写', issuer: '请填写' })
  })

  it('gives back the same record with its photos, and counts by kind, day and story', () => {
    const fields = honourFields.fieldsOf(honour)
    expect(honourFields.readPayload(fields).payload).toEqual(honour)
    expect(honourFields.provisional({ ...fields, title: '', issuer: '' })).toMatchObject({
      honour: 'mainstream-media-report',
      story: '直播',
      conferredOn: '2023-05-10',
    })
    expect(honourFields.provisional({ ...fields, honour: null })).toBeNull()
  })

  it('keeps until when it is valid, the year that it names and that a recommended body holds it', () => {
    const full = { ...honour, validUntil: '2025-12-31', forYear: '2022', holder: 'recommended' as const }
    expect(honourFields.readPayload(honourFields.fieldsOf(full)).payload).toEqual(full)
    const begun = honourFields.emptyFields(now)
    expect(honourFields.readFields(honourFields.fieldsOf(full), begun)).toEqual(honourFields.fieldsOf(full))
    expect(honourFields.provisional({ ...honourFields.fieldsOf(full), title: '' })).toMatchObject({
      validUntil: '2025-12-31',
      forYear: '2022',
      holder: 'recommended',
    })
  })

  it('says nothing of a term, a year or a holder that nobody entered', () => {
    const fields = { ...honourFields.fieldsOf(honour), validUntil: '', forYear: ' ', holder: 'own' as const }
    expect(Object.keys(honourFields.readPayload(fields).payload ?? {}).sort()).toEqual(
      Object.keys(honour).sort(),
    )
  })

  it('refuses a term that ends before it begins and a year that is none, and shows its worth all the same', () => {
    const fields = { ...honourFields.fieldsOf(honour), validUntil: '2023-05-09', forYear: '23' }
    expect(honourFields.readPayload(fields).errors).toMatchObject({ forYear: '年度写作 2023' })
    expect(honourFields.readPayload({ ...fields, forYear: '' }).errors).toEqual({
      validUntil: '有效期至不能早于授予日期',
    })
    expect(honourFields.provisional(fields)).toMatchObject({ honour: 'mainstream-media-report' })
  })

  it('is dated by the day in Asia/Shanghai', () => {
    expect(honourFields.emptyFields(new Date('2023-05-11T17:00:00Z')).conferredOn).toBe('2023-05-12')
  })
})

describe('what a start goes on with', () => {
  it('is not the unfinished activity of another category', () => {
    expect(activityFields.resumesIn(null, 'matching', { category: 'policy' })).toBe(false)
    expect(activityFields.resumesIn(null, 'matching', {})).toBe(false)
    expect(activityFields.resumesIn(['visit', 'park'], 'visit', { category: 'matching' })).toBe(false)
  })

  it('is its own, and any activity where none was chosen beforehand', () => {
    expect(activityFields.resumesIn(null, 'matching', { category: 'matching' })).toBe(true)
    expect(activityFields.resumesIn(['visit', 'park'], 'visit', { category: 'park' })).toBe(true)
    for (const category of ['policy', 'visit', null, undefined])
      expect(activityFields.resumesIn(null, null, { category })).toBe(true)
  })

  it('is an activity for an address that names nothing known', () => {
    expect([recordStartOf(undefined), recordStartOf('party'), recordStartOf('honour')]).toEqual([
      'activity',
      'activity',
      'honour',
    ])
  })
})

it('a visit asks for the needs found, in the fields that every activity has', () => {
  expect(activityTextTitles('visit')).toMatchObject({ summary: '发现的需求', outcome: '处理与反馈' })
  expect(activityTextTitles('park')).toEqual(activityTextTitles('visit'))
  expect(activityTextTitles(null)).toMatchObject({ summary: '活动纪要' })
  expect(wordingOf('park')).toBe(wordingOf('visit'))
  expect(wordingOf(null)).not.toBe(wordingOf('visit'))
})

describe('reading what was kept and typed', () => {
  it('keeps every readable field of a draft when another is broken', () => {
    const read = overEmpty(
      { a: z.string(), b: z.number() },
      { a: 'kept', b: 'broken', c: 1 },
      { a: '', b: 0 },
    )
    expect(read).toEqual({ a: 'kept', b: 0 })
  })

  it('takes digits with at most one point for a number, and nothing else', () => {
    expect([typedNumber(' 12.5 '), typedNumber('7')]).toEqual([12.5, 7])
    for (const typed of ['', '1e3', '0x1', '-1', '1.2.3', '十']) expect(typedNumber(typed)).toBeNaN()
  })
})
