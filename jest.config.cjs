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

/** The same tests on both databases; each file has a migrated database of its own. */
const onDatabase = (displayName, server) => ({
  ...common,
  displayName,
  testMatch: ['<rootDir>/test/functions/**/*.test.ts', '<rootDir>/test/backend/**/*.test.ts'],
  globalSetup: `<rootDir>/test/functions/harness/prepare-${server}.ts`,
  testEnvironment: '<rootDir>/test/functions/harness/environment.ts',
  testEnvironmentOptions: { server },
})
const databases = [onDatabase('functions', 'pglite')]
if (process.env.TEST_DATABASE_URL) databases.push(onDatabase('functions-postgresql', 'postgresql'))
else
  console.warn(
    'PostgreSQL is left out: TEST_DATABASE_URL is not set. The functions are tested on PGlite alone.',
  )

/** The built mini-program, in a WeChat of our own; `npm run test:devtools` runs its acceptance tests in WeChat's. */
const weapp = {
  ...project('weapp'),
  globalSetup: '<rootDir>/test/weapp/driver/setup.ts',
  globalTeardown: '<rootDir>/test/weapp/driver/teardown.ts',
}

module.exports = {
  projects: [weapp, 
    project('shared'),
    project('phone'),
    project('components'),
    project('pages'),
    project('command-line'),
    project('lint'),
    project('local'),
    ...databases,
  ],
}
