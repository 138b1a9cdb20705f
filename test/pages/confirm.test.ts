import { tokenOf, tokenScanned } from '../../src/pages/confirm/scene'

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

describe('a code that is scanned on the page itself', () => {
  test('is the page that a mini-program code leads to, or the link of the preview', () => {
    expect(tokenScanned('pages/confirm/index?scene=abcDEF12_-xyz')).toBe('abcDEF12_-xyz')
    expect(tokenScanned('/pages/confirm/index?scene=token%3DabcDEF12_-xyz')).toBe('abcDEF12_-xyz')
    expect(tokenScanned('http://localhost:8787/#/pages/confirm/index?token=abcDEF12_-xyz')).toBe(
      'abcDEF12_-xyz',
    )
  })
  test('is none where it leads elsewhere', () => {
    expect(tokenScanned('')).toBeNull()
    expect(tokenScanned('pages/confirm/index')).toBeNull()
    expect(tokenScanned('https://example.com/?token=abcDEF12_-xyz')).toBeNull()
    expect(tokenScanned('统一社会信用代码:91430181MA4L16JQ9B')).toBeNull()
  })
})
