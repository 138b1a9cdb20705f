/** Builds what the local host serves, where it is missing or older than its sources. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HostFault } from './fault'
import { projectFolder } from './options'

type Output = { script: string; title: string; sources: string[]; except: string[]; made: () => string[] }

const functions: Output = {
  script: 'build:functions',
  title: '云函数',
  sources: ['src/shared', 'cloudfunctions', 'config', 'package.json'],
  except: ['cloudfunctions/local'],
  made: () => functionFolders().map((name) => `dist/cloudfunctions/${name}/index.js`),
}
const web: Output = {
  script: 'build:h5',
  title: '网页预览',
  sources: ['src', 'config', 'babel.config.js', 'package.json'],
  except: [],
  made: () => ['dist/web/index.html'],
}

const weapp: Output = {
  ...web,
  script: 'build:weapp',
  title: '小程序',
  made: () => ['dist/weapp/app.js'],
}

export const buildWeapp = (log: (line: string) => void) => build(weapp, log)
export const buildFunctions = (log: (line: string) => void) => build(functions, log)
export const buildWeb = (log: (line: string) => void) => build(web, log)

async function build(output: Output, log: (line: string) => void): Promise<void> {
  if (!isStale(output)) return
  const start = performance.now()
  log(`正在生成${output.title} (npm run ${output.script})…`)
  const { code, text } = await run(output.script)
  if (code !== 0 || isMissing(output)) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const last = lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? ''
    throw new HostFault(`${output.title}没有生成 (npm run ${output.script}): ${last.trim().slice(0, 300)}`)
  }
  log(`${output.title}已生成,用时 ${((performance.now() - start) / 1000).toFixed(1)} 秒`)
}

/** Is an output missing, or is a source newer than the oldest output? */
function isStale(output: Output): boolean {
  if (isMissing(output)) return true
  const oldest = Math.min(...output.made().map((file) => timeOf(file)))
  const except = new Set(output.except)
  return output.sources.some((source) => newest(source, except) > oldest)
}

const isMissing = (output: Output) =>
  output.made().length === 0 || output.made().some((file) => !existsSync(join(projectFolder, file)))

const timeOf = (file: string) => statSync(join(projectFolder, file)).mtimeMs

function newest(path: string, except: ReadonlySet<string>): number {
  if (except.has(path) || !existsSync(join(projectFolder, path))) return 0
  const own = timeOf(path)
  if (!statSync(join(projectFolder, path)).isDirectory()) return own
  // A folder changes when a file in it comes or goes.
  return Math.max(
    own,
    ...readdirSync(join(projectFolder, path)).map((name) => newest(`${path}/${name}`, except)),
  )
}

function functionFolders(): string[] {
  const folder = join(projectFolder, 'cloudfunctions')
  return readdirSync(folder).filter(
    (name) => existsSync(join(folder, name, 'index.ts')) && !notFunctions.has(name),
  )
}
const notFunctions = new Set(['backend', 'local'])

function run(script: string): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: projectFolder,
      // Whoever asks, a test run too, gets what is deployed.
      env: { ...process.env, NODE_ENV: 'production' },
      shell: process.platform === 'win32',
    })
    // A host that gives up meanwhile leaves no build behind; npm passes the signal on.
    const giveUp = () => child.kill()
    process.once('exit', giveUp)
    let text = ''
    const keep = (chunk: Buffer) => (text = (text + chunk.toString('utf8')).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => resolve({ code: 1, text: error.message }))
    child.once('close', (code) => {
      process.off('exit', giveUp)
      resolve({ code, text })
    })
  })
}
