import { readFileSync } from 'node:fs'
import { version } from '../../src/pages/me/version'

test('the version on the screen is that of the package', () => {
  const text = readFileSync('package.json', 'utf8')
  expect(text).toContain(`"version": "${version}"`)
})
