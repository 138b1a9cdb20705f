/** The lock file installs everywhere: npm leaves hollow entries behind where a registry lacks an optional package. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
})
const text = readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8')
const packages = Object.entries(lockFile.parse(JSON.parse(text)).packages).filter(([place]) => place !== '')

it('names the version and the digest of every package, and no registry', () => {
  const hollow = packages.filter(
    ([, { version, integrity, inBundle }]) => !version || !(integrity ?? inBundle),
  )
  expect(hollow.map(([place]) => place)).toEqual([])
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  expect(packages.length).toBeGreaterThan(1_000)
})
