import { askAfter, lifeOf, refreshAfter, retryAfter } from '../../src/pages/activity/code-life'
import { captionOf, savedText } from '../../src/pages/activity/code-words'
import { possibleWith } from '../../src/pages/activity/permissions'
import { approvedNumber } from '../../src/pages/review/phrases'
import { nextAfter, walkAlong } from '../../src/pages/review/walk'
import type { Me, Role } from '../../src/shared/contract'
import type { ActivityPayload, ServerState } from '../../src/shared/records'

const payload: ActivityPayload = {
  kind: 'activity',
  category: 'matching',
  title: '银企对接会',
  startsAt: '2023-09-18T06:00:00Z',
  endsAt: '2023-09-18T08:30:00Z',
  place: { name: '服务中心', method: 'typed' },
  role: 'host',
  campaign: 'none',
  online: false,
  published: true,
  attendances: 12,
  announcement: '',
  summary: '',
  outcome: '',
  photos: [],
}
const record = (state: ServerState) => ({ platformId: 'liuyang', state, payload })
function person(role: Role, platformId: string | null): Me {
  const platform = platformId && {
    id: platformId,
    name: platformId,
    tier: 'county' as const,
    areaCode: '430181',
  }
  const memberships = [{ id: 'm', role, platform: platform || null, areaCode: null }]
  return { personId: 'p', name: '', memberships, enterprise: null, serverTime: '2023-09-18T06:00:00Z' }
}

describe('what stands below a code', () => {
  const activity = { ...payload, place: payload.place.name, organiser: '浏阳市窗口平台' }
  const window = { opensAt: '2023-09-18T05:30:00Z', closesAt: '2023-09-18T10:30:00Z' }
  test('of a poster is all that somebody needs who has nothing but the paper, also while it is made', () => {
    const said = [
      '浏阳市窗口平台 · 服务中心',
      '活动时间 9月18日 14:00–16:30',
      '可扫码时间 9月18日 13:30–18:30',
      '企业代表请用微信扫码,核对活动后点“确认参加”',
    ]
    expect(captionOf(activity, window, 'poster')).toEqual(said)
    expect(captionOf(activity, null, 'poster')).toEqual(said.filter((line) => !line.includes('可扫码')))
  })
  test('is not in the picture that is saved, which is said', () => {
    const rest = ',图片里只有活动码。要连同上面的说明打印,请截屏。'
    expect(savedText('saved', true)).toBe(`已保存到相册${rest}`)
    expect(savedText('saved', false)).toBe(`已下载${rest}`)
  })
  test('of one on the phone is where, and until when', () => {
    expect(captionOf(activity, window, 'rotating')).toEqual(['服务中心', '可扫码时间 9月18日 13:30–18:30'])
  })
})

describe('what a person may do with a record', () => {
  const nothing = { edit: false, withdraw: false, code: false, enter: false, review: false }
  test('nothing before it is known who they are, and nothing with another platform’s', () => {
    expect(possibleWith(record('submitted'), null)).toEqual(nothing)
    expect(possibleWith(record('submitted'), person('staff', 'ningxiang'))).toEqual(nothing)
    expect(possibleWith(record('submitted'), person('enterprise', null))).toEqual(nothing)
  })
  test('an approved record is not changed, yet its code can still be shown', () => {
    expect(possibleWith(record('approved'), person('staff', 'liuyang'))).toEqual({
      ...nothing,
      code: true,
      enter: true,
    })
  })
  test('a withdrawn one is left alone', () => {
    expect(possibleWith(record('withdrawn'), person('manager', 'liuyang'))).toEqual(nothing)
  })
  test('a returned one can be changed and withdrawn by its platform', () => {
    expect(possibleWith(record('returned'), person('staff', 'liuyang'))).toMatchObject({
      edit: true,
      withdraw: true,
    })
  })
  test('a reviewer is led to the decision, and only while it is open', () => {
    expect(possibleWith(record('submitted'), person('reviewer', null)).review).toBe(true)
    expect(possibleWith(record('approved'), person('reviewer', null)).review).toBe(false)
  })
})

describe('when a shown code is replaced', () => {
  const now = Date.parse('2023-09-18T06:00:00Z')
  test('twenty seconds before it expires', () => {
    expect(refreshAfter('2023-09-18T06:02:00Z', now)).toBe(100_000)
  })
  test('never in a tight loop, even when it is nearly over', () => {
    expect(refreshAfter('2023-09-18T06:00:10Z', now)).toBe(5_000)
  })
  test('a phone whose clock is wrong goes by the usual life', () => {
    expect(refreshAfter('2023-09-18T05:00:00Z', now)).toBe(100_000)
    expect(refreshAfter('2023-09-18T08:00:00Z', now)).toBe(100_000)
    expect(refreshAfter('broken', now)).toBe(100_000)
  })
  test('and one that does not come is asked for less and less often, the old one hidden at its end', () => {
    expect([1, 2, 3, 4, 5, 50].map(retryAfter)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000])
    expect(lifeOf('2023-09-18T06:00:30Z', now)).toBe(30_000)
    expect(lifeOf('2023-09-18T08:00:00Z', now)).toBe(120_000)
  })
  test('the arrivals are asked for every four seconds, and seldom while nobody answers', () => {
    expect([0, 1, 2, 3, 4, 50].map(askAfter)).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  })
})

describe('a reviewer’s numbers', () => {
  test('an empty, negative, broken or too large 家次 is not approved', () => {
    for (const text of ['', ' ', '-1', '1.5', '1e3', '十二', '5001']) {
      expect(approvedNumber(text, 5000)).toHaveProperty('error')
    }
    expect(approvedNumber(' 12 ', 5000)).toEqual({ value: 12 })
    expect(approvedNumber('0', 5000)).toEqual({ value: 0 })
  })
})

describe('the reviewer’s way through the list', () => {
  const row = (id: string, state: ServerState = 'submitted', ownRecord = false) => ({ id, state, ownRecord })
  test('ends after the last one, and does not begin at one that is not in the list', () => {
    walkAlong([row('a'), row('b')])
    expect(nextAfter('b')).toBeNull()
    expect(nextAfter('x')).toBeNull()
  })
  test('leaves out what is decided and what the reviewer must not decide', () => {
    walkAlong([row('a'), row('mine', 'submitted', true), row('done', 'approved'), row('b'), row('c')])
    expect(nextAfter('a')).toEqual({ id: 'b', left: 2 })
    expect(nextAfter('mine')).toBeNull()
  })
})
