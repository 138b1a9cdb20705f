/** Runs npm for a command of ours, in a folder, with its words on our own streams. */
import { spawn } from 'node:child_process'

/** `given` are npm's arguments. Its exit code; rejects when npm cannot be started. */
export function runNpm(given: readonly string[], folder: string): Promise<number> {
  // The npm that runs us, by its file: Windows has no program of that name.
  const own = process.env.npm_execpath
  const [program, args] = own ? [process.execPath, [own, ...given]] : ['npm', given]
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: 'inherit' })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
