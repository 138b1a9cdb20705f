/** What the functions print goes to a file, as it would to the cloud's log, so that the terminal stays readable. */
import { Console } from 'node:console'
import { createWriteStream } from 'node:fs'

/** From now on; the file starts empty. */
export function logToFile(file: string): void {
  const stream = createWriteStream(file)
  stream.on('error', () => undefined)
  const quiet = new Console({ stdout: stream, stderr: stream })
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[method] = quiet[method].bind(quiet)
}
