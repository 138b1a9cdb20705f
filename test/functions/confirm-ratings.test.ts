/** `confirm`: ratings, by those who were there. Refusals first. */
import { randomUUID } from 'node:crypto'
import { confirmWorld } from './confirming'

const { as, database, heldActivity, personCode, pressed, someone } = confirmWorld()

describe('rating is refused', () => {
  it('without a participation of one’s own', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who, enterprise } = await someone()
    await as(who).call('confirm', { token, pressedAt: pressed() })
    const { who: stranger } = await someone()
    const { who: colleague } = await someone(enterprise.creditCode)
    for (const other of [stranger, colleague, '路人' as const]) {
      expect((await as(other).refused('rate', { activityId: id, stars: 1, comment: '' })).code).toBe(
        'NOT_FOUND',
      )
    }
    expect(await as(who).call('open', { token })).toMatchObject({ stars: null, comment: null })
  })
})

describe('afterwards', () => {
  it('rates, and rates again, one’s own participation', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who } = await someone()
    await as(who).call('confirm', { token, pressedAt: pressed() })
    await as(who).call('rate', { activityId: id, stars: 3, comment: '' })
    expect(await as(who).call('rate', { activityId: id, stars: 5, comment: '很有帮助' })).toMatchObject({
      stars: 5,
      comment: '很有帮助',
    })
    expect(await as(who).call('mine', {})).toMatchObject({
      participations: [
        {
          activityId: id,
          title: '园区贷款对接会',
          organiser: '长沙市窗口平台',
          stars: 5,
          comment: '很有帮助',
        },
      ],
    })
    expect((await as('阿丽').call('mine', {})).participations).toEqual([])
  })

  it('shows the rating given when the code is opened again, to who gave it alone', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who, enterprise } = await someone()
    await as(who).call('confirm', { token, pressedAt: pressed() })
    await as(who).call('rate', { activityId: id, stars: 4, comment: '场地难找' })
    expect(await as(who).call('open', { token })).toMatchObject({ stars: 4, comment: '场地难找' })
    const { who: colleague } = await someone(enterprise.creditCode)
    expect(await as(colleague).call('open', { token })).toMatchObject({ stars: null, comment: null })
  })

  it('keeps each rating, and tells the newest', async () => {
    const { id } = await heldActivity()
    const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'poster' })
    const { who } = await someone()
    await as(who).call('confirm', { token, pressedAt: pressed() })
    await as(who).call('rate', { activityId: id, stars: 1, comment: '没有人接待' })
    await as(who).call('rate', { activityId: id, stars: 4, comment: '' })
    const rows = await database
      .selectFrom('ratings')
      .select(['stars', 'comment'])
      .where('activity_id', '=', id)
      .orderBy('id')
      .execute()
    expect(rows).toEqual([
      { stars: 1, comment: '没有人接待' },
      { stars: 4, comment: '' },
    ])
    expect(await as(who).call('mine', {})).toMatchObject({
      participations: [{ stars: 4, comment: '', mayRate: true }],
    })
  })

  it('lets a confirmed person of an enterprise that staff entered rate as well', async () => {
    const { id } = await heldActivity()
    const { who, enterprise } = await someone()
    const seen = { source: 'staff-scan' as const, personCode: await personCode(who) }
    const entries = [{ id: randomUUID(), enterprise, at: pressed(), ...seen }]
    await as('阿丽').call('enter', { activityId: id, entries })
    expect(await as(who).call('rate', { activityId: id, stars: 4, comment: '' })).toMatchObject({ stars: 4 })
  })
})
