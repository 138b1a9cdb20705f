import { dueText, holidayWarning } from '../../src/pages/evaluation/due'

test('a month is due by the 10th, a quarter by the working day that the 15th is moved to', () => {
  expect(dueText('2023-05')).toBe('应于 6月10日前公布')
  expect(dueText('2023-12')).toBe('应于 1月10日前公布')
  expect(dueText('2023-Q2')).toBe('应于 7月17日前通报')
  expect(dueText('2026-Q4')).toBe('应于 1月15日前通报')
  expect(dueText('2023')).toBeNull()
})

test('without the holidays of its year no due day is told', () => {
  expect(dueText('2027-Q1')).toBeNull()
})

test('from 1 December on the province is warned while the next year is missing', () => {
  expect(holidayWarning('2026-11-30', '2026')).toBeNull()
  expect(holidayWarning('2026-12-01', '2026')).toContain('2027 年的节假日')
  expect(holidayWarning('2026-12-01', '2027')).toBeNull()
  expect(holidayWarning('2027-03-01', '2026')).toContain('2027 年的节假日')
})
