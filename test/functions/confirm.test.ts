/** `confirm`: codes and confirmations. Refusals first. */
import { randomUUID } from 'node:crypto'
import { hashToken } from '../../cloudfunctions/confirm/token'
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import { confirmWorld } from './confirming'
import { activity, demand, host, record, revised } from './harness'

const everything = confirmWorld()
const { as, at, clock, database, heldActivity, pressed, records, rowsOf, someone } = everything
const review = host(everything, 'review', createReview)
const MINUTE = 60_000
const attempts = (token: string) =>
  database
    .selectFrom('refused_attempts')
    .select(['action', 'code', 'activity_id'])
    .where('token_hash', '=', hashToken(token))
    .orderBy('id')
    .execute()

describe('issuing a code is refused', () => {
  it.each(['小吴', '老李', '小陈', '省平台', '王总', '路人'] as const)(
    'to %s, who is not of the platform',
    async (who) => {
      const { id } = await heldActivity()
      expect((await as(who).refused('issueCode', { activityId: id, kind: 'poster' })).code).toBe(
        'NOT_ALLOWED',
      )
    },
  )

  it('for an activity that is not on the server, and for a record that is none', async () => {
    const pushed = record({ payload: demand() })
    await records('阿丽').call('push', { records: [pushed] })
    for (const activityId of [randomUUID(), pushed.id]) {
      expect((await as('阿丽').refused('issueCode', { activityId, kind: 'poster' })).code).toBe('NOT_FOUND')
    }
  })

  it('for a withdrawn activity, and after the window', async () => {
    const { id } = await heldActivity()
    at(5 * 60)
    expect((await as('阿丽').refused('issueCode', { activityId: id, kind: 'poster' })).code).toBe(
      'TOKEN_CLOSED',
    )
    at(0)
    await records('阿丽').call('withdraw', { id, revision: 1, reason: '未举办' })
    expect((await as('阿丽').refused('issueCode', { activityId: id, kind: 'poster' })).code).toBe(
      'STATE_NOT_POSSIBLE',
    )
  })
})

describe('a token is refused with its own code, and the attempt is kept', () => {
  it('when it was guessed', async () => {
    const { who } = await someone()
    const token = 'GUESSEDGUESSEDGUESSE'
    expect((await as(who).refused('open', { token })).code).toBe('TOKEN_UNKNOWN')
    expect((await as(who).refused('confirm', { token, pressedAt: pressed() })).code).toBe('TOKEN_UNKNOWN')
    expect(await attempts(token)).toEqual([
      { action: 'confirm.open', code: 'TOKEN_UNKNOWN', activity_id: null },
      { action: 'confirm.confirm', code: 'TOKEN_UNKNOWN', activity_id: null },
    ])
  })

  it.each([
    ['expired', 20, 'rotating', 'TOKEN_EXPIRED'],
    ['of an activity that is not yet open', -91, 'poster', 'TOKEN_NOT_YET_OPEN'],
    ['of an activity that has closed', 4 * 60 + 1, 'poster', 'TOKEN_CLOSED'],
  ] as const)('when it is %s', async (_, minutes, kind, code) => {
    const { id } = await heldActivity()
    const { token } = await as('老周').call('issueCode', { activityId: id, kind })
    const { who } = await someone()
    at(minutes)
    expect((await as(who).refused('open', { token })).code).toBe(code)
    expect((await as(who).refused('confirm', { token, pressedAt: pressed() })).code).toBe(code)
    expect(await attempts(token)).toEqual([
      { action: 'confirm.open', code, activity_id: id },
      { action: 'confirm.confirm', code, activity_id: id },
    ])
    expect(await rowsOf(id)).toEqual([])
  })

  it('when it was revoked, or its activity withdrawn', async () => {
    const { who } = await someone()
    const revoked = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: revoked.id, kind: 'poster' })
    await database
      .updateTable('activity_tokens')
      .set({ revoked_at: clock.now })
      .where('token_hash', '=', hashToken(token))
      .execute()
    expect((await as(who).refused('confirm', { token, pressedAt: pressed() })).code).toBe('TOKEN_REVOKED')

    const withdrawn = await heldActivity()
    const other = await as('阿丽').call('issueCode', { activityId: withdrawn.id, kind: 'poster' })
    await records('阿丽').call('withdraw', { id: withdrawn.id, revision: 1, reason: '未举办' })
    expect((await as(who).refused('open', { token: other.token })).code).toBe('TOKEN_REVOKED')
    expect(await attempts(other.token)).toEqual([
      { action: 'confirm.open', code: 'TOKEN_REVOKED', activity_id: withdrawn.id },
    ])
  })

  it('until an enterprise is bound', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    expect((await as('路人').refused('confirm', { token, pressedAt: pressed() })).code).toBe(
      'ENTERPRISE_REQUIRED',
    )
    expect(await attempts(token)).toMatchObject([{ code: 'ENTERPRISE_REQUIRED' }])
  })

  it('is refused for a while when one person tries too often, and not to others', async () => {
    const { who } = await someone()
    const { who: other } = await someone()
    const token = 'GUESSEDGUESSEDGUESSF'
    const codes: string[] = []
    for (let n = 0; n < 13; n += 1) {
      codes.push((await as(who).refused('confirm', { token, pressedAt: pressed() })).code)
    }
    expect(codes).toEqual([...Array(12).fill('TOKEN_UNKNOWN'), 'RATE_LIMITED'])
    expect((await as(other).refused('confirm', { token, pressedAt: pressed() })).code).toBe('TOKEN_UNKNOWN')
    at(1)
    expect((await as(who).refused('confirm', { token, pressedAt: pressed() })).code).toBe('TOKEN_UNKNOWN')
  })

  it('when it does not have the form of one, before anything is looked up', async () => {
    const { who } = await someone()
    expect((await as(who).refused('open', { token: "x' or 1=1 --" })).code).toBe('INVALID_INPUT')
  })
})

describe('a code', () => {
  it('stores no token but its hash, and shows the link of the preview', async () => {
    const { id } = await heldActivity()
    const issued = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
    expect(issued.link).toContain(issued.token)
    expect(issued).toMatchObject({ confirmed: 0, expiresAt: '2023-06-15T02:02:00.000Z' })
    const stored = await database
      .selectFrom('activity_tokens')
      .selectAll()
      .where('activity_id', '=', id)
      .execute()
    expect(JSON.stringify(stored)).not.toContain(issued.token)
    expect(stored[0]?.token_hash).toBe(hashToken(issued.token))
  })

  it('leaves the rotating one before it valid until its own end, and the poster until the window closes', async () => {
    const { id } = await heldActivity()
    const poster = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    expect(poster.expiresAt).toBe('2023-06-15T06:00:00.000Z')
    const first = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
    at(1)
    const second = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
    const { who } = await someone()
    for (const { token } of [first, second, poster]) {
      expect((await as(who).call('open', { token })).activityId).toBe(id)
    }
    at(2.5)
    expect((await as(who).refused('open', { token: first.token })).code).toBe('TOKEN_EXPIRED')
    expect((await as(who).call('open', { token: second.token })).activityId).toBe(id)
  })

  it('shows the activity, its organiser, its window and what the caller stands for', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who, enterprise } = await someone()
    expect(await as(who).call('open', { token })).toEqual({
      activityId: id,
      title: '园区贷款对接会',
      category: 'matching',
      organiser: '长沙市窗口平台',
      role: 'host',
      startsAt: '2023-06-15T01:00:00Z',
      endsAt: '2023-06-15T04:00:00Z',
      place: '麓谷园区',
      opensAt: '2023-06-15T00:30:00.000Z',
      closesAt: '2023-06-15T06:00:00.000Z',
      enterprise,
      confirmedAt: null,
      stars: null,
      comment: null,
    })
    expect((await as('路人').call('open', { token })).enterprise).toBeNull()
  })

  it('of a poster follows its activity when that is moved', async () => {
    const pushed = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: pushed.id, kind: 'poster' })
    const later = activity({ startsAt: '2023-06-15T08:00:00Z', endsAt: '2023-06-15T09:00:00Z' })
    await records('阿丽').call('push', { records: [revised(pushed, later)] })
    const { who } = await someone()
    expect((await as(who).refused('open', { token })).code).toBe('TOKEN_NOT_YET_OPEN')
    at(8 * 60)
    expect((await as(who).call('open', { token })).closesAt).toBe('2023-06-15T11:00:00.000Z')
  })

  it('of a returned activity can still be confirmed', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    await review('小陈').call('return', { id, revision: 1, reason: '请补照片' })
    const { who } = await someone()
    expect((await as(who).call('confirm', { token, pressedAt: pressed() })).already).toBe(false)
  })
})

describe('a confirmation', () => {
  it('is answered again as success, with the time of the first, even after the token has expired', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
    const { who, enterprise } = await someone()
    const first = await as(who).call('confirm', { token, pressedAt: pressed() })
    expect(first).toMatchObject({
      already: false,
      participation: { activityId: id, enterprise, source: 'scan', late: false },
    })
    expect(first.participation.confirmedAt).toBe('2023-06-15T02:00:00.000Z')
    at(600)
    const again = await as(who).call('confirm', { token, pressedAt: pressed() })
    expect(again).toEqual({ ...first, already: true })
    expect(await as(who).call('open', { token })).toMatchObject({
      confirmedAt: first.participation.confirmedAt,
    })
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('by two people of one enterprise at once makes one row, and exactly one of them is the first', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who, enterprise } = await someone()
    const { who: colleague } = await someone(enterprise.creditCode)
    const both = await Promise.all(
      [who, colleague].map((each) => as(each).call('confirm', { token, pressedAt: pressed() })),
    )
    expect(both.map(({ already }) => already).sort()).toEqual([false, true])
    expect(both[0]?.participation).toEqual(both[1]?.participation)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('of 50 enterprises at once is right for each of them', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const people = await Promise.all(Array.from({ length: 50 }, () => someone()))
    const answers = await Promise.all(
      people.map(({ who }) => as(who).call('confirm', { token, pressedAt: pressed() })),
    )
    answers.forEach(({ participation, already }, n) => {
      expect(already).toBe(false)
      expect(participation.enterprise).toEqual(people[n]?.enterprise)
    })
    expect(await rowsOf(id)).toHaveLength(50)
    const { participations } = await as('小陈').call('list', { activityId: id })
    expect(new Set(participations.map(({ enterprise }) => enterprise.creditCode)).size).toBe(50)
  }, 60_000)

  it('that waited for a network is late and keeps its time', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who } = await someone()
    const pressedAt = pressed()
    at(10 * 60)
    const { participation } = await as(who).call('confirm', { token, pressedAt })
    expect(participation).toMatchObject({ late: true, confirmedAt: '2023-06-15T02:00:00.000Z' })
  })

  it.each([-2, 2])(
    'of a phone whose clock is %s days off, without network, keeps its true time',
    async (days) => {
      const { id } = await heldActivity()
      const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
      const { who } = await someone()
      const byPhone = () => new Date(clock.now.getTime() + days * 24 * 60 * MINUTE).toISOString()
      const pressedAt = byPhone()
      at(10 * 60)
      const { participation } = await as(who).call('confirm', { token, pressedAt, sentAt: byPhone() })
      expect(participation).toMatchObject({ late: true, confirmedAt: '2023-06-15T02:00:00.000Z' })
    },
  )

  it('marks the month of an approved activity as changed, and of others not', async () => {
    const version = async () =>
      (
        await database
          .selectFrom('month_versions')
          .select('version')
          .where('platform_id', '=', 'p-changsha')
          .where('month', '=', '2023-06')
          .executeTakeFirstOrThrow()
      ).version
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const [one, two] = [await someone(), await someone()]
    const before = await version()
    await as(one.who).call('confirm', { token, pressedAt: pressed() })
    expect(await version()).toBe(before)
    await review('小陈').call('approve', { id, revision: 1, approvedAttendances: null })
    const approved = await version()
    await as(two.who).call('confirm', { token, pressedAt: pressed() })
    expect(await version()).toBe(approved + 1)
  })
})
