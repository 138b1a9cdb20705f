import { closedState, unsentActions } from '../../src/components/unsent-actions/possible'
import type { PhoneRecord } from '../../src/phone'
import type { StoredRecord } from '../../src/shared/contract'
import type { PhoneState, ServerState } from '../../src/shared/records'
import { activity } from '../shared/records/builders'

const stored = (state: ServerState): StoredRecord => ({
  id: 'r',
  platformId: 'liuyang',
  platformName: '',
  revision: 1,
  hash: 'a'.repeat(64),
  payload: activity(),
  date: '2023-05-11',
  filledAt: '2023-05-11T02:00:00Z',
  receivedAt: '2023-05-11T02:00:00Z',
  state,
  returnReason: null,
  approvedAttendances: null,
  missingPhotos: [],
  ...{ photos: [], signInSheets: [], completeness: null, provisional: false, enteredAt: null },
  participants: { scan: 0, staffScan: 0, staffEntry: 0 },
  clockSuspect: false,
})
type Part = Pick<PhoneRecord, 'state' | 'stored' | 'payload' | 'hasDraft' | 'unsent'>
const record = (state: PhoneState, change: Partial<Part> = {}): Part => ({
  state,
  stored: null,
  payload: activity(),
  hasDraft: false,
  unsent: true,
  ...change,
})

describe('with a record that is not on the server a person can', () => {
  test('copy it as text while it waits', () => {
    expect(unsentActions(record('queued'))).toEqual(['copy'])
  })
  test('try again, change it or copy it when it failed; a new one is never given up', () => {
    expect(unsentActions(record('failed'))).toEqual(['retry', 'change', 'copy'])
  })
  test.each(['approved', 'withdrawn'] as const)(
    'give up a change of what is %s, but not change it',
    (state) => {
      const failed = record('failed', { stored: stored(state) })
      expect(closedState(failed)).toBe(state)
      expect(unsentActions(failed)).toEqual(['retry', 'copy', 'give-up'])
    },
  )
  test('give up a change that met with another one', () => {
    const failed = record('failed', { stored: stored('submitted') })
    expect(closedState(failed)).toBeNull()
    expect(unsentActions(failed)).toEqual(['retry', 'change', 'copy', 'give-up'])
  })
  test('throw away what was changed and not saved', () => {
    const changed = record('approved', { stored: stored('approved'), hasDraft: true, unsent: false })
    expect(unsentActions(changed)).toEqual(['drop-draft'])
    expect(unsentActions(record('draft', { payload: null, hasDraft: true }))).toEqual([])
  })
})

test('a change that waits does not open what the server has closed', () => {
  expect(closedState(record('queued', { stored: stored('approved') }))).toBe('approved')
  expect(closedState(record('queued'))).toBeNull()
})
