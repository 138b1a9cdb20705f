/** `npm run test:devtools`: the same acceptance tests, unchanged, in WeChat's own DevTools (service port switched on). */
process.env.WEAPP_HOST = 'devtools'
const { projects } = require('../../jest.config.cjs')
const weapp = projects.find(({ displayName }) => displayName === 'weapp')

module.exports = {
  ...weapp,
  rootDir: '../..',
  displayName: 'weapp in DevTools',
  testMatch: ['<rootDir>/test/weapp/acceptance/**/*.test.ts'],
  // There is one DevTools, with one phone in it.
  maxWorkers: 1,
  // DevTools stays open, and with it the line to it.
  forceExit: true,
  testTimeout: 300_000,
}
