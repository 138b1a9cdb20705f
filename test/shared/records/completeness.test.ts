/** 完整服务活动 under the rule that a document states (G16, D13, D18, D49). */
import {
  completenessOf,
  isComplete,
  noEvidence,
  toCountable,
  type CompletenessRule,
  type Evidence,
} from '../../../src/shared/records'
import { activity } from './builders'

const rule: CompletenessRule = { photos: 'arrived', summary: 20, participants: 'known' }
const photo = { id: '0190a0a0-0000-7000-8000-000000000000', sha256: 'a'.repeat(64), size: 10 }
const long = '一'.repeat(20)
const view = (evidence: Partial<Evidence>, approvedAttendances: number | null = null) => ({
  rule,
  evidence: { ...noEvidence, ...evidence },
  approvedAttendances,
})
const missing = (...given: Parameters<typeof completenessOf>) =>
  completenessOf(...given).flatMap(({ id, done }) => (done ? [] : [id]))

describe('not complete', () => {
  it('a typed number alone', () => {
    expect(missing(activity({ summary: long, attendances: 500 }), view({}))).toEqual(['participants'])
  })
  it('a photo that the record names and the store does not have', () => {
    const named = activity({ summary: '', photos: [photo] })
    expect(missing(named, view({ participants: 3 }))).toEqual(['record'])
  })
  it('a summary of 19 characters, spaces around it not counted', () => {
    expect(missing(activity({ summary: `  ${'一'.repeat(19)}  ` }), view({ participants: 3 }))).toEqual([
      'record',
    ])
  })
  it('an approved 0, whoever is there', () => {
    expect(missing(activity({ summary: long }), view({ participants: 3 }, 0))).toEqual(['participants'])
    const counted = { ...view({ participants: 3 }, 0), rule: { ...rule, participants: 'counted' as const } }
    expect(missing(activity({ summary: long, attendances: 5 }), counted)).toEqual(['participants'])
  })
  it('without announcement or result, as before', () => {
    const bare = activity({ summary: long, announcement: ' ', outcome: '\u200b' })
    expect(missing(bare, view({ participants: 3 }))).toEqual(['announcement', 'outcome'])
  })
})

describe('complete', () => {
  it('with an arrived photo, or a summary of 20 characters, and somebody there', () => {
    expect(isComplete(activity({ summary: long }), view({ participants: 1 }))).toBe(true)
    const pictured = activity({ summary: '', photos: [photo] })
    expect(isComplete(pictured, view({ participants: 1, arrivedPhotos: 1 }))).toBe(true)
  })
  it('with an arrived sign-in sheet in place of scans', () => {
    const listed = activity({ summary: '', photos: [photo] })
    expect(isComplete(listed, view({ arrivedPhotos: 1, signInSheet: true }, 40))).toBe(true)
  })
  it('with the number alone, where the province reads it so', () => {
    const counted = { ...view({}), rule: { ...rule, participants: 'counted' as const } }
    expect(isComplete(activity({ summary: long, attendances: 5 }), counted)).toBe(true)
  })
})

it('a photo that could not be looked at yet is said to be unchecked, not missing', () => {
  const pictured = activity({ summary: '', photos: [photo] })
  const [record] = completenessOf(pictured, view({ participants: 1, uncheckedPhotos: 1 })).filter(
    ({ id }) => id === 'record',
  )
  expect(record).toMatchObject({ done: false, unchecked: true })
})

it('the row that scoring reads follows the rule given, and without one the earlier', () => {
  const typed = activity({ attendances: 12 })
  expect(toCountable('a', typed, { approved: true, approvedAttendances: 0 })).toMatchObject({
    complete: true,
  })
  expect(toCountable('a', typed, { approved: true, approvedAttendances: 12 }, rule)).toMatchObject({
    complete: false,
  })
  const evidence = { ...noEvidence, participants: 2, arrivedPhotos: 1 }
  expect(toCountable('a', typed, { approved: true, evidence }, rule)).toMatchObject({ complete: true })
})
