/** How long a text is (D37). */
import fc from 'fast-check'
import { countCharacters } from '../../../src/shared/filings'

const words = (text: string) => countCharacters(text).words

describe('the count of words', () => {
  it('does not count punctuation, spaces, line breaks or pictures', () => {
    expect(words(',。、“”!? \n\t—— () 😀 %')).toBe(0)
  })

  it('counts each Chinese character, rare ones too', () => {
    expect(words('开展活动,共計𠮷〇')).toBe(8)
  })

  it('counts a run of digits as one, with its decimal point and thousands separators', () => {
    expect(['2023', '3.5', '1,500', '1,234,567.89', '2023', '96871'].map(words)).toEqual([1, 1, 1, 1, 1, 1])
    expect(words('12,5')).toBe(2)
    expect(words('1、2、3')).toBe(3)
    expect(words('3.')).toBe(1)
  })

  it('counts a run of letters as one, and letters beside digits apart', () => {
    expect(words('Excel café ERP系统 A1 B2B')).toBe(1 + 1 + 1 + 2 + 2 + 3)
  })

  it('counts a sentence as the notice means it', () => {
    // 全 年 办 贷 款 对 接 会 | 12 | 场 | 服 务 企 业 | 1,560 | 家 次 | ERP | 上 线
    expect(words('全年办贷款对接会 12 场,服务企业 1,560 家次;ERP 上线。')).toBe(8 + 1 + 1 + 4 + 1 + 2 + 1 + 2)
  })
})

describe('both counts', () => {
  it('count every character in the other one, punctuation and spaces included, 𠮷 as one', () => {
    expect(countCharacters('𠮷, a1。')).toEqual({ words: 3, all: 6 })
  })

  it('are added up over several texts', () => {
    expect(countCharacters('一二', '', '3 4')).toEqual({ words: 4, all: 5 })
    expect(countCharacters()).toEqual({ words: 0, all: 0 })
  })

  it('never have more words than characters, and texts joined by a space add up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [one, two] = [countCharacters(a), countCharacters(b)]
        expect(one.words).toBeLessThanOrEqual(one.all)
        expect(countCharacters(`${a} ${b}`)).toEqual({
          words: one.words + two.words,
          all: one.all + two.all + 1,
        })
      }),
    )
  })
})
