// What a phone downloads.
import { join } from 'node:path'
import { budget, packageSizes } from '../../config/sizes.mjs'
import type { Bench } from './bench'

export const bench: Bench = () => {
  const { main, all } = packageSizes(join(__dirname, '..', '..', 'dist', 'weapp'))
  return [
    { what: 'main package', budget: budget.main / 1024, measured: main / 1024, unit: 'KB' },
    { what: 'all packages', budget: budget.all / 1024, measured: all / 1024, unit: 'KB' },
  ]
}
