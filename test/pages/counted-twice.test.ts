/** The warning of the monthly report where records and the figure are added. */
import { countedTwice } from '../../src/pages/filings/counted-twice'

const figure = { unit: '笔', recorded: 12_000 }

test('both numbers and what they amount to are told', () => {
  expect(countedTwice(figure, 30)).toBe('逐笔记录 12,000 笔(含待审核),月报 30 笔,评价时相加为 12,030 笔')
})

test('where only one of them says something nothing is counted twice', () => {
  expect(countedTwice(figure, 0)).toBeNull()
  expect(countedTwice(figure, null)).toBeNull()
  expect(countedTwice({ ...figure, recorded: 0 }, 30)).toBeNull()
})
