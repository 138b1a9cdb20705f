import { tokenOf } from '../../src/pages/confirm/scene'

describe('the code of a confirmation', () => {
  test('none, and one that is none of ours, are refused', () => {
    expect(tokenOf({})).toBeNull()
    expect(tokenOf({ scene: '' })).toBeNull()
    expect(tokenOf({ scene: 'short' })).toBeNull()
    expect(tokenOf({ scene: '%E0%A4%A' })).toBeNull()
    expect(tokenOf({ scene: 'a'.repeat(33) })).toBeNull()
    expect(tokenOf({ scene: "x';drop table" })).toBeNull()
  })
  test('it comes as scene, URL-encoded by WeChat or plain', () => {
    expect(tokenOf({ scene: 'abcDEF12_-xyz' })).toBe('abcDEF12_-xyz')
    expect(tokenOf({ scene: 'token%3DabcDEF12_-xyz' })).toBe('abcDEF12_-xyz')
    expect(tokenOf({ token: 'abcDEF12_-xyz' })).toBe('abcDEF12_-xyz')
  })
})
