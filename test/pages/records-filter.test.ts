import { everything, filtered } from '../../src/pages/records/filter'
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
