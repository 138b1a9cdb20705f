import { readFileSync } from 'node:fs'
import { askToApprove, askToUnbind } from '../../src/pages/me/standing-words'
import { version } from '../../src/pages/me/version'

test('the version on the screen is that of the package', () => {
  const text = readFileSync('package.json', 'utf8')
  expect(text).toContain(`"version": "${version}"`)
})

test.each([askToApprove('', '示例公司'), askToApprove('王某', '示例公司'), askToUnbind('示例公司')])(
  'what is asked about an enterprise names it, and its button has room: $title',
  ({ content, action }) => {
    expect(content).toContain('示例公司')
    expect(action.length).toBeLessThanOrEqual(4)
  },
)
