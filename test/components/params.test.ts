import { decodedParams } from '../../src/components/params/decode'

test('a part that is no encoded text stays as it is', () => {
  expect(decodedParams({ node: '100%', other: undefined })).toEqual({ node: '100%', other: undefined })
})

test('parts come as WeChat has them, encoded, or as a browser has them, decoded: both mean the same', () => {
  expect(decodedParams({ node: 'loan%2Fevents', platform: '%E6%B5%8F' })).toEqual({
    node: 'loan/events',
    platform: '浏',
  })
  expect(decodedParams({ node: 'loan/events' })).toEqual({ node: 'loan/events' })
})
