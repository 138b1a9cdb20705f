/** What CI makes of npm's audit: a fault, none, or no answer. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const script = join(__dirname, '..', '..', 'config', 'audit.mjs')
/** `readReport` in Node itself: jest does not load modules of that kind. */
function readReport(text: string, exceptions: unknown[] = []): unknown {
  const program = `import(${JSON.stringify(script)}).then(({ readReport }) =>
    console.log(JSON.stringify(readReport(${JSON.stringify(text)}, ${JSON.stringify(exceptions)}))))`
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
    vulnerabilities: { 'left-pad': { via: [fault(severity)] }, above: { via: ['left-pad'] } },
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

it('does not take a registry without an answer for a tree without faults', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } })
  expect(readReport(refused)).toEqual({ leftOut: '405 Method Not Allowed' })
  expect(readReport('')).toEqual({ leftOut: 'npm gave no report' })
})
