const { existsSync, readdirSync } = require('node:fs')

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

/** The writer of Excel files comes as ES modules. */
const writesFiles = {
  transform: { '^.+\\.m?[jt]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
}

/** Nothing may depend on the zone of the machine: what reckons with days is run in two of them. */
const inZone = (displayName, zone, folders) => ({
  ...project('shared'),
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/test/shared/${folder}/**/*.test.ts`),
  testEnvironment: '<rootDir>/test/zoned-environment.ts',
  testEnvironmentOptions: { zone },
})

/** The same tests on both databases; each file has a migrated database of its own. */
const onDatabase = (displayName, server, zone) => ({
  ...common,
  ...writesFiles,
  displayName,
  testMatch: ['<rootDir>/test/functions/**/*.test.ts', '<rootDir>/test/backend/**/*.test.ts'],
  globalSetup: `<rootDir>/test/functions/harness/prepare-${server}.ts`,
  testEnvironment: '<rootDir>/test/functions/harness/environment.ts',
  testEnvironmentOptions: { server, zone },
})
/** What the embedded database may do differently: types, locks, errors, time limits, plans, migrations. */
const onBoth = [
  'backend/**/*.test.ts',
  ...['confirm', 'confirm-crowd', 'confirm-ratings', 'filings-migration', 'fuzz', 'health', 'month-records'],
  ...[
    'evaluate-many',
    'last-release',
    'evaluate-runs',
    'evaluate-slow',
    'evaluate-timer',
    'faults/*',
    'publish',
    'records',
  ],
  ...['records-push', 'records-push-refused', 'review', 'session', 'standing', 'stated'],
].map((name) => (name.includes('.test') ? name : `functions/${name}.test.ts`))
const onPglite = onDatabase('functions', 'pglite', 'UTC')
const databases = [onPglite]
if (process.env.TEST_DATABASE_URL) {
  databases.push(onDatabase('functions-postgresql', 'postgresql', 'Asia/Shanghai'))
  // Everything runs on PostgreSQL; on PGlite, at several times the time, what may differ there.
  onPglite.testMatch = onBoth.map((name) => `<rootDir>/test/${name}`)
} else
  console.warn(
    'PostgreSQL is left out: TEST_DATABASE_URL is not set. The functions are tested on PGlite alone.',
  )

/** A server of its own that dies in the middle of work; PGlite cannot be restarted under its callers. */
const versions = '/usr/lib/postgresql'
const restarted = []
if (
  existsSync(versions) &&
  readdirSync(versions).some((each) => existsSync(`${versions}/${each}/bin/postgres`))
)
  restarted.push({ ...project('postgresql'), ...writesFiles })
else
  console.warn(
    `Restarts of PostgreSQL are left out: its programs are not in ${versions}. Faults are tested between the functions and PGlite alone.`,
  )

/** The built mini-program, in a WeChat of our own; `npm run test:devtools` runs its acceptance tests in WeChat's. */
const weapp = {
  ...project('weapp'),
  // The host's reader of WXML comes as ES modules.
  transform: { '^.+\\.[jt]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(htmlparser2|dom[a-z]+|dom-serializer|entities)/)'],
  globalSetup: '<rootDir>/test/weapp/driver/setup.ts',
  globalTeardown: '<rootDir>/test/weapp/driver/teardown.ts',
}

/** The web preview in the system's Chromium. */
const chromium = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const browsers = []
if (chromium.some((path) => path && existsSync(path)))
  browsers.push({ ...project('web'), globalSetup: '<rootDir>/test/web/harness/prepare.ts' })
else
  console.warn(
    'The browser is left out: no Chromium here (set CHROMIUM to its path). The screens are tested without.',
  )

/** What the files that the functions make say; one of each is also opened by LibreOffice, where there is one. */
const offices = [process.env.SOFFICE, '/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice']
const reports = { ...project('reports'), ...writesFiles }
if (!offices.some((path) => path && existsSync(path))) {
  reports.testPathIgnorePatterns = ['/node_modules/', '/test/reports/open.test.ts$']
  console.warn(
    'LibreOffice is left out: it is not here (set SOFFICE to its path). The made files are tested without opening them.',
  )
}

module.exports = {
  // What hangs fails; what a busy machine holds up does not.
  testTimeout: 60_000,
  projects: [
    weapp,
    ...browsers,
    inZone('shared', 'UTC', ['**']),
    inZone('shared-in-shanghai', 'Asia/Shanghai', ['calendar', 'filings', 'records']),
    project('phone'),
    project('components'),
    project('pages'),
    project('command-line'),
    project('lint'),
    reports,
    project('local'),
    ...restarted,
    ...databases,
  ],
}
