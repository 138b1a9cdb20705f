import { readFileSync } from 'node:fs'
import { defaultPeriod, evaluationPeriods } from '../../src/pages/me/periods'
import { version } from '../../src/pages/me/version'

describe('what the province can evaluate', () => {
  test('no period that has not begun', () => {
    const periods = evaluationPeriods('2023-05-31')
    expect(periods).toContain('2023-05')
    expect(periods).not.toContain('2023-06')
    expect(periods).toContain('2023-Q2')
    expect(periods).not.toContain('2023-Q3')
    expect(periods).not.toContain('2024')
  })
  test('by default the last month that is over, also in January', () => {
    expect(defaultPeriod('2023-05-31')).toBe('2023-04')
    expect(defaultPeriod('2023-01-02')).toBe('2022-12')
  })
})

test('the version on the screen is that of the package', () => {
  const text = readFileSync('package.json', 'utf8')
  expect(text).toContain(`"version": "${version}"`)
})
