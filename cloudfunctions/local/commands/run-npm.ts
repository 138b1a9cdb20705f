/** Runs npm for a command of ours, in a folder: its words go to our own streams, and are heard as well. */
import { spawn } from 'node:child_process'

export type Ran = { code: number; output: string }
type Variables = Record<string, string | undefined>

/** `given` are npm's arguments. Rejects when npm cannot be started. It ends when this process does. */
export function runNpm(
  given: readonly string[],
  folder: string,
  variables: Variables = process.env,
): Promise<Ran> {
  // The npm that runs us, by its file: Windows has no program of that name.
  const own = process.env.npm_execpath
  const [program, args] = own ? [process.execPath, [own, ...given]] : ['npm', given]
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: variables, stdio: ['inherit', 'pipe', 'pipe'] })
    const giveUp = () => child.kill()
    process.once('exit', giveUp)
    let output = ''
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.setEncoding('utf8')
      from.on('data', (text: string) => {
        output += text
        to.write(text)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', giveUp)
      resolve({ code: code ?? 1, output })
    })
  })
}
