/** A file that is there only while something is done, because of what stands in it. */
import { rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Writes the file for its owner alone, and removes it afterwards, also when somebody ends this process meanwhile. */
export async function whileThere<Result>(
  file: string,
  content: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const remove = () => rmSync(file, { force: true })
  const end = (signal: (typeof signals)[number]) => process.exit(128 + constants.signals[signal])
  process.once('exit', remove)
  for (const signal of signals) process.once(signal, end)
  try {
    writeFileSync(file, content, { mode: 0o600 })
    return await work()
  } finally {
    remove()
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, end)
  }
}
