import { figureIn } from '../../src/pages/filings/figure-text'

const problemIn = (text: string, whole = true) => figureIn({ whole }, text).problem

describe('the text of a monthly figure', () => {
  test.each(['9999999999', '1000000001', '999999999999', '1000000000.5'])(
    'that is too large is told so, with the limit: %s',
    (text) =>
      expect(figureIn({ whole: false }, text)).toEqual({ value: null, problem: '数字太大,不能超过 10 亿' }),
  )
  test('that is a number up to the limit is taken', () => {
    expect(figureIn({ whole: true }, ' 1000000000 ')).toEqual({ value: 1_000_000_000, problem: null })
    expect(figureIn({ whole: false }, '12.5')).toEqual({ value: 12.5, problem: null })
  })
  test('that is none is asked for, a whole one where things are counted', () => {
    expect([problemIn('12.5'), problemIn('十二'), problemIn('1.2.3', false), problemIn('-1', false)]).toEqual(
      ['请填写整数', '请填写整数', '请填写数字', '请填写数字'],
    )
  })
  test('that is not there yet is no mistake, and no figure', () => {
    expect(figureIn({ whole: true }, undefined)).toEqual({ value: null, problem: null })
    expect(figureIn({ whole: true }, ' ')).toEqual({ value: null, problem: null })
  })
})
