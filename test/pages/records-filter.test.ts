import { everything, filtered, monthsWithRecords } from '../../src/pages/records/filter'
import type { PhoneRecord } from '../../src/phone'
import type { ActivityCategory } from '../../src/shared/records'
import { activity } from '../shared/records/builders'

const record = (id: string, alsoCategories?: ActivityCategory[]): PhoneRecord => ({
  ...{ id, platformId: 'liuyang', kind: 'activity', title: '对接会', date: '2023-05-11', state: 'approved' },
  payload: activity({ category: 'matching', ...(alsoCategories && { alsoCategories }) }),
  ...{ reason: null, code: null, stored: null, revision: 1, hasDraft: false, unsent: false },
  filledAt: '2023-05-11T09:00:00Z',
})

test('an activity of several categories is found under each of them', () => {
  const records = [record('one'), record('several', ['policy'])]
  const under = (category: ActivityCategory) =>
    filtered(records, { ...everything, category }).map(({ id }) => id)
  expect(under('matching')).toEqual(['one', 'several'])
  expect(under('policy')).toEqual(['several'])
  expect(under('training')).toEqual([])
})

describe('a month', () => {
  const on = (id: string, date: string | null): PhoneRecord => ({ ...record(id), date })
  const records = [on('april', '2023-04-30'), on('may', '2023-05-01'), on('last-may', '2022-05-31')]

  test('shows the records of its days alone, of its own year', () => {
    const under = (month: string | null) =>
      filtered([...records, on('undated', null)], { ...everything, month }).map(({ id }) => id)
    expect(under('2023-05')).toEqual(['may'])
    expect(under('2023-04')).toEqual(['april'])
    expect(under('2022-05')).toEqual(['last-may'])
    expect(under('2023-06')).toEqual([])
    expect(under(null)).toEqual(['april', 'may', 'last-may', 'undated'])
  })

  test('is offered once, newest first, and none for a draft without a day', () => {
    expect(monthsWithRecords([...records, on('again', '2023-04-02'), on('undated', null)])).toEqual([
      '2023-05',
      '2023-04',
      '2022-05',
    ])
  })
})
