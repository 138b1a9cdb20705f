/** Pure code and functions run through swc; the whole-system tests drive the built bundles and need no transform of them. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
  },
]
const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': swc },
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
}
const project = (room) => ({
  ...common,
  displayName: room,
  testMatch: [`<rootDir>/test/${room}/**/*.test.ts`],
})

module.exports = {
  projects: [project('shared'), project('command-line'), project('lint')],
}
