import {
  atBest,
  emptyFields,
  fieldsOf,
  provisional,
  readFields,
  readPayload,
  withAlso,
  withStart,
} from '../../src/pages/record/activity/fields'
import { activity } from './world'

const now = new Date('2023-05-11T06:47:12Z')

describe('the activity form', () => {
  it('puts each message at its own field', () => {
    const { errors } = readPayload({ ...emptyFields(now, {}), attendances: '12.5' })
    expect(errors).toMatchObject({
      category: '请选择类别',
      title: '请填写',
      place: '请填写',
      role: '请选择角色',
    })
    expect(errors?.attendances).toBe('请填写整数')
    expect(Object.keys(errors ?? {}).sort()).toEqual(['attendances', 'category', 'place', 'role', 'title'])
  })

  it('refuses an end before the beginning, at the end', () => {
    const fields = { ...fieldsOf(activity()), endsAt: '2023-05-11T05:00:00.000Z' }
    expect(readPayload(fields).errors).toEqual({ endsAt: '结束时间不能早于开始时间' })
  })

  it('keeps every readable field of a draft when another is broken', () => {
    const fields = readFields(
      { title: '对接会', photos: 'none', category: 'ball', role: 'host' },
      emptyFields(now, {}),
    )
    expect(fields).toMatchObject({ title: '对接会', photos: [], category: null, role: 'host' })
  })

  it('begins now, rounded down to the half hour, with what was chosen last time', () => {
    const fields = emptyFields(now, { place: '经开区', role: 'assist', campaign: 'no such' })
    expect(fields).toMatchObject({
      startsAt: '2023-05-11T06:30:00.000Z',
      place: '经开区',
      role: 'assist',
      campaign: 'none',
    })
  })

  it('moves the end with the beginning', () => {
    const moved = withStart(fieldsOf(activity()), '2023-06-01T01:00:00.000Z')
    expect([moved.startsAt, moved.endsAt]).toEqual(['2023-06-01T01:00:00.000Z', '2023-06-01T03:30:00.000Z'])
  })

  it('gives back the same record that it was filled from', () => {
    const located = activity({
      place: { name: '园区', method: 'located', latitude: 28.2, longitude: 113.6, accuracy: 30 },
    })
    const several = activity({ alsoCategories: ['policy', 'training'] })
    for (const payload of [activity(), located, several])
      expect(readPayload(fieldsOf(payload)).payload).toEqual(payload)
  })

  it('has other categories besides the main one, chosen and left again, in one order', () => {
    const fields = fieldsOf(activity({ category: 'matching' }))
    const two = withAlso(withAlso(fields, 'training'), 'policy')
    expect(readPayload(two).payload?.alsoCategories).toEqual(['policy', 'training'])
    const one = withAlso(two, 'policy')
    expect(readPayload(one).payload?.alsoCategories).toEqual(['training'])
    expect(readPayload(withAlso(one, 'training')).payload).toEqual(activity())
  })

  it('never has the main category among the others, and a slip of the finger loses none', () => {
    const two = { ...fieldsOf(activity()), alsoCategories: ['policy' as const, 'training' as const] }
    const slipped = { ...two, category: 'policy' as const }
    expect(readPayload(slipped).payload).toMatchObject({ category: 'policy', alsoCategories: ['training'] })
    expect(provisional(slipped)).toMatchObject({ alsoCategories: ['training'] })
    const back = { ...slipped, category: 'matching' as const }
    expect(readPayload(back).payload?.alsoCategories).toEqual(['policy', 'training'])
  })

  it('goes on with a draft of an older version, which knew one category', () => {
    const { alsoCategories: _none, ...older } = fieldsOf(activity())
    expect(readFields(older, emptyFields(now, {})).alsoCategories).toEqual([])
  })

  it('knows what counts from the category alone, and what publishing could add', () => {
    expect(provisional(emptyFields(now, {}))).toBeNull()
    const begun = provisional({ ...emptyFields(now, {}), category: 'policy' })
    expect(begun).toMatchObject({ category: 'policy', published: false, attendances: 0 })
    expect(begun && atBest(begun)).toMatchObject({ published: true, attendances: 1 })
  })
})
