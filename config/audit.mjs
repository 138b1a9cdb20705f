// Asks the registry for known faults of the packages that ship: one that is high or critical fails, unless
// config/audit-exceptions.json gives a reason, for its advisory or for one copy of a package at one version. A registry
// that cannot be asked is told apart from a tree without faults, and said aloud; so is what is excepted.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { placesOf, shipped, shippedAlone } from './shipped-packages.mjs'

/**
 * What npm's report says: `leftOut` why nothing is known, or else the `found` faults that nobody has excepted, of
 * packages in these places of the lock file.
 */
export function readReport(text, exceptions, places) {
  let report
  try {
    report = JSON.parse(text)
  } catch {
    return { leftOut: 'npm gave no report' }
  }
  if (report.auditReportVersion === undefined)
    return { leftOut: String(report.message ?? report.error?.summary ?? 'npm gave no report') }
  const excepted = new Set(exceptions.flatMap(({ advisory }) => advisory ?? []))
  const found = new Map()
  for (const { nodes, via } of Object.values(report.vulnerabilities ?? {})) {
    if (!nodes.some((place) => places.has(place))) continue
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

/** The places of the lock file that are audited: those that ship, without the copies that are excepted. */
export function auditedPlaces(lock, exceptions) {
  const places = placesOf(lock, shipped, shippedAlone)
  for (const { place, version } of exceptions) {
    if (place !== undefined && lock.packages[place]?.version === version) places.delete(place)
  }
  return places
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const exceptions = JSON.parse(readFileSync(new URL('audit-exceptions.json', import.meta.url), 'utf8'))
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const { leftOut, found } = readReport(stdout, exceptions, auditedPlaces(lock, exceptions))
  if (leftOut !== undefined) console.log(`LEFT OUT: the packages were not audited (${leftOut})`)
  for (const { advisory, place, version, reason } of exceptions)
    console.log(`excepted: ${advisory ?? `${place} ${version}`}. ${reason}`)
  for (const line of found ?? []) console.error(line)
  if (found?.length === 0) console.log('no known fault of high severity in the packages that ship')
  process.exitCode = found?.length > 0 ? 1 : 0
}
