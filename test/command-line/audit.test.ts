/** What CI makes of npm's audit: a fault, none, or no answer. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const script = join(__dirname, '..', '..', 'config', 'audit.mjs')
/** `readReport` in Node itself: jest does not load modules of that kind. */
function readReport(text: string, exceptions: unknown[] = [], places = ['node_modules/left-pad']): unknown {
  const program = `import(${JSON.stringify(script)}).then(({ readReport }) =>
    console.log(JSON.stringify(readReport(${JSON.stringify(text)}, ${JSON.stringify(exceptions)}, new Set(${JSON.stringify(places)})))))`
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }))
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

it('lets pass what is moderate, and what is excepted by its advisory or its package', () => {
  expect(readReport(report('moderate'))).toEqual({ found: [] })
  for (const exception of [{ advisory: 'GHSA-aaaa-bbbb-cccc' }, { package: 'left-pad' }]) {
    expect(readReport(report('high'), [{ ...exception, reason: 'not reached' }])).toEqual({ found: [] })
  }
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
