// Asks the registry for known faults of the production packages (`dependencies` of package.json and all below them):
// one that is high or critical fails, unless config/audit-exceptions.json names its advisory with a reason. A registry
// that cannot be asked is told apart from a tree without faults, and said aloud.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What npm's report says: `leftOut` why nothing is known, or else the `found` faults that nobody has excepted. */
export function readReport(text, exceptions) {
  let report
  try {
    report = JSON.parse(text)
  } catch {
    return { leftOut: 'npm gave no report' }
  }
  if (report.auditReportVersion === undefined)
    return { leftOut: String(report.message ?? report.error?.summary ?? 'npm gave no report') }
  const excepted = new Set(exceptions.map(({ advisory }) => advisory))
  const found = new Map()
  for (const { via } of Object.values(report.vulnerabilities ?? {})) {
    for (const fault of via) {
      // A text is the name of a package further down, which has its own entry.
      if (typeof fault !== 'object' || !['high', 'critical'].includes(fault.severity)) continue
      const advisory = String(fault.url).split('/').at(-1)
      if (!excepted.has(advisory))
        found.set(advisory, `${fault.name} ${fault.range}: ${fault.title} (${fault.url})`)
    }
  }
  return { found: [...found.values()] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const exceptions = JSON.parse(readFileSync(new URL('audit-exceptions.json', import.meta.url), 'utf8'))
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const { leftOut, found } = readReport(stdout, exceptions)
  if (leftOut !== undefined) console.log(`LEFT OUT: the packages were not audited (${leftOut})`)
  for (const line of found ?? []) console.error(line)
  if (found?.length === 0) console.log('no known fault of high severity in the production packages')
  process.exitCode = found?.length > 0 ? 1 : 0
}
