import fc from 'fast-check'
import { utf8 } from '../../src/phone/ids/utf8'

test('half of a surrogate pair becomes the replacement character, wherever it stands', () => {
  for (const text of ['\ud800', 'a\udc00b', '\udfff\ud800', '长\ud83d']) {
    expect(utf8(text)).toEqual(new TextEncoder().encode(text))
  }
})

test('any text gives the bytes that TextEncoder gives where it exists', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8(text)).toEqual(new TextEncoder().encode(text))
    }),
  )
})
