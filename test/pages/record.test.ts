import { unfinished } from '../../src/pages/record/unfinished'
import { draft } from '../phone/world'

const form = { kind: 'activity' as const, resumes: () => true }
const [older, newer] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
const drafts = [
  draft(older, { changedAt: '2023-05-11T02:00:00Z' }),
  draft(newer, { changedAt: '2023-05-11T03:00:00Z' }),
]

describe('记一笔 goes on', () => {
  it('with the new record that was begun last', () => {
    expect(unfinished(form, 'liuyang', drafts, () => false)).toBe(newer)
  })
  it('never with an edit of a record that was saved and still waits to be sent', () => {
    expect(unfinished(form, 'liuyang', drafts, (id) => id === newer)).toBe(older)
    expect(unfinished(form, 'liuyang', drafts, () => true)).toBeUndefined()
  })
})
