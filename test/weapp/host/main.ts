/**
 * A WeChat without WeChat: runs a built mini-program in Node and lets the official automator drive it.
 *
 *   tsx test/weapp/host/main.ts --app dist/weapp [--functions http://127.0.0.1:8787] [--devtools]
 *
 * prints its port. Clients connect to ws://127.0.0.1:<port>/phones/<name>?person=<openid>; with --devtools to
 * ws://127.0.0.1:<port>, as they do to DevTools, which has one phone, and where the app may make requests.
 */
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { AppFiles } from './app/files'
import { startServer } from './wire/server'

async function main() {
  const { values } = parseArgs({
    options: { app: { type: 'string' }, functions: { type: 'string' }, devtools: { type: 'boolean' } },
  })
  const files = new AppFiles(resolve(values.app ?? 'dist/weapp'))
  const port = await startServer(files, values.functions ?? null, values.devtools === true)
  process.stdout.write(`${port}\n`)
  // Whoever started this host may die without a word.
  process.stdin.resume().once('end', () => process.exit(0))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
