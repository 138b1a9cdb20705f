/** What CI makes of npm's audit: a fault, none, or no answer. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(__dirname, '..', '..')
const script = join(root, 'config', 'audit.mjs')
/** `readReport` in Node itself: jest does not load modules of that kind. */
function readReport(text: string, exceptions: unknown[] = [], places = ['node_modules/left-pad']): unknown {
  const program = `import(${JSON.stringify(script)}).then(({ readReport }) =>
    console.log(JSON.stringify(readReport(${JSON.stringify(text)}, ${JSON.stringify(exceptions)}, new Set(${JSON.stringify(places)})))))`
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }))
}
const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
const versionAt = (place: string) => lock.packages[place]?.version

function audited(exceptions: unknown[]): string[] {
  const program = `import(${JSON.stringify(script)}).then(({ auditedPlaces }) => console.log(JSON.stringify(
    [...auditedPlaces(require('./package-lock.json'), ${JSON.stringify(exceptions)})])))`
  const given = { cwd: root, encoding: 'utf8' } as const
  return z.array(z.string()).parse(JSON.parse(execFileSync(process.execPath, ['-e', program], given)))
}

function sourcesIn(folder: string, except = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (path === except) return []
    if (entry.isDirectory()) return sourcesIn(path, except)
    return /\.tsx?$/.test(path) ? [join(root, path)] : []
  })
}

const fault = (severity: string) => ({
  name: 'left-pad',
  range: '<2.0.0',
  title: 'pads too much',
  severity,
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
})
const report = (severity: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      'left-pad': { name: 'left-pad', nodes: ['node_modules/left-pad'], via: [fault(severity)] },
      above: { name: 'above', nodes: ['node_modules/above'], via: ['left-pad'] },
    },
  })

it.each(['high', 'critical'])('names a fault that is %s', (severity) => {
  expect(readReport(report(severity))).toEqual({
    found: ['left-pad <2.0.0: pads too much (https://github.com/advisories/GHSA-aaaa-bbbb-cccc)'],
  })
})

it('lets pass what is moderate, and what is excepted by its advisory', () => {
  expect(readReport(report('moderate'))).toEqual({ found: [] })
  const exception = { advisory: 'GHSA-aaaa-bbbb-cccc', reason: 'not reached' }
  expect(readReport(report('high'), [exception])).toEqual({ found: [] })
})

it('audits all that our code imports, and what the build adds, with no more of them than ships', () => {
  const places = audited([])
  const imported = new Set(
    [...sourcesIn('src'), ...sourcesIn('cloudfunctions', 'cloudfunctions/local')].flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'((?:@[\w-]+\/)?[a-z][\w-]*)(?=['/])/g),
      ].map(([, name = '']) => name),
    ),
  )
  const added = ['@tarojs/plugin-framework-react', '@tarojs/plugin-platform-weapp', '@tarojs/plugin-html']
  const missing = [...imported, ...added].filter(
    (name) => !isBuiltin(name) && !places.includes(`node_modules/${name}`),
  )
  expect(imported).toContain('@tarojs/taro')
  expect(missing).toEqual([])
  expect(places).not.toContain('node_modules/codesandbox')
})

it('excepts one copy of a package at one version, and no other', () => {
  const place = 'node_modules/@cloudbase/node-sdk/node_modules/axios'
  expect(audited([])).toContain(place)
  expect(audited([{ place, version: versionAt(place) }])).not.toContain(place)
  expect(audited([{ place, version: '0.0.1' }])).toContain(place)
})

it('has no exception left over for what is no longer there', () => {
  const exceptions = z
    .array(z.object({ place: z.string().optional(), version: z.string().optional() }))
    .parse(JSON.parse(readFileSync(join(root, 'config', 'audit-exceptions.json'), 'utf8')))
  for (const { place, version } of exceptions)
    if (place !== undefined) expect([place, versionAt(place)]).toEqual([place, version])
})

it('lets pass what does not ship', () => {
  expect(readReport(report('high'), [], ['node_modules/above'])).toEqual({ found: [] })
})

it('finds the packages that ship where Node finds them, those below them too', () => {
  const program = `import(${JSON.stringify(script.replace('audit', 'shipped-packages'))}).then(({ placesOf }) =>
    console.log(JSON.stringify([...placesOf({ packages: {
      'node_modules/a': { dependencies: { b: '1', c: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/c': {},
    } }, ['a'])])))`
  const places: unknown = JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }))
  expect(places).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c'])
})

it('does not take a registry without an answer for a tree without faults', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } })
  expect(readReport(refused)).toEqual({ leftOut: '405 Method Not Allowed' })
  expect(readReport('')).toEqual({ leftOut: 'npm gave no report' })
})
