import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startHost } from '../../cloudfunctions/local'
import { newFolder, removeFolders, root, stubFunctions } from './folders'
import { callAs } from './requests'

jest.setTimeout(180_000)
afterAll(removeFolders)

const start = (folder: string, more: { port?: number; fresh?: boolean } = {}) =>
  startHost({ folder, seed: null, functions: stubFunctions, ...more })
const add = (url: string, ...openids: string[]) => callAs(url, 'preview-a', 'people', { add: openids })

type Ended = { code: number | null; out: string; err: string }
function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'cloudfunctions', 'local', 'start.mjs'), ...args], {
    env: { ...process.env, PORT: '' },
  })
  const ended = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (ended.out += String(chunk)))
  child.stderr.on('data', (chunk) => (ended.err += String(chunk)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...ended })))
}
const quietly = ['--build', 'none', '--functions', stubFunctions, '--no-example', '--no-timers']

/** Ends with one line on standard error that says what to do, and a code other than 0. */
async function refused(words: RegExp, ...args: string[]) {
  const ended = await run(...quietly, ...args)
  expect(ended.err).toMatch(words)
  expect(ended.err.trimEnd().split('\n')).toHaveLength(1)
  expect(ended.code).toBe(1)
}

describe('a start that cannot succeed', () => {
  test('an unknown option and a port that is none', async () => {
    await refused(/参数不对/, '--colour')
    await refused(/参数不对 \(--port/, '--port', '70000', '--folder', newFolder())
    await refused(/参数不对 \(--port/, '--port', 'web', '--folder', newFolder())
  })

  test('a folder that cannot be written', async () => {
    const file = join(newFolder(), 'a-file')
    writeFileSync(file, '')
    await refused(/目录写不进去/, '--port', '0', '--folder', join(file, 'below'))
  })

  test('a busy port', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const folder = newFolder()
    await refused(new RegExp(`端口 ${port} 已被占用`), '--port', String(port), '--folder', folder)
    expect(existsSync(join(folder, 'host.lock'))).toBe(false)
    await new Promise((resolve) => other.close(resolve))
  })

  test('no functions', async () => {
    await refused(/没有找到云函数/, '--port', '0', '--folder', newFolder(), '--functions', newFolder())
  })

  test('a folder whose database place holds something else, which stays as it is', async () => {
    const folder = newFolder()
    const mine = newFolder()
    writeFileSync(join(mine, 'diary.txt'), 'mine')
    renameSync(mine, join(folder, 'database'))
    await refused(/有别的文件/, '--port', '0', '--folder', folder)
    expect(readFileSync(join(folder, 'database', 'diary.txt'), 'utf8')).toBe('mine')
  })
})

describe('a folder with data', () => {
  let template = ''
  beforeAll(async () => {
    template = newFolder()
    await (await start(template)).stop()
  })
  /** A folder as an earlier host has left it: copied, since making a database takes seconds. */
  const usedFolder = () => {
    const folder = newFolder()
    cpSync(template, folder, { recursive: true })
    return folder
  }

  test('keeps it over a second start, and over the death of the host; --fresh begins anew', async () => {
    const folder = newFolder()
    const first = await start(folder)
    await add(first.url, 'preview-one')
    await first.stop()
    expect(existsSync(join(folder, 'host.lock'))).toBe(false)

    const second = await start(folder)
    expect(await add(second.url, 'preview-two')).toEqual(['preview-one', 'preview-two'])
    await second.kill()
    expect(existsSync(join(folder, 'host.lock'))).toBe(true)

    const third = await start(folder)
    expect(await add(third.url)).toEqual(['preview-one', 'preview-two'])
    await third.stop()

    const fresh = await start(folder, { fresh: true })
    expect(await add(fresh.url)).toEqual([])
    await fresh.stop()
  })

  test('is refused to a second host while the first one runs, and --fresh does not touch it', async () => {
    const folder = usedFolder()
    const host = await start(folder)
    await refused(new RegExp(`已在运行 \\(进程 ${host.pid}\\)`), '--port', '0', '--folder', folder, '--fresh')
    expect(await add(host.url, 'preview-one')).toEqual(['preview-one'])
    await host.stop()
  })

  test('of ten hosts at once on the lock of a dead one, one gets it', async () => {
    const folder = usedFolder()
    const dead = await start(folder)
    await dead.kill()
    const starts = await Promise.allSettled(Array.from({ length: 10 }, () => start(folder)))
    const running = starts.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const reasons = starts.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
    expect(running).toHaveLength(1)
    expect(reasons.filter((reason) => !/已在运行/.test(reason))).toEqual([])
    await Promise.all(running.map((host) => host.stop()))
  })

  test('is said to be damaged when files are broken or gone, and is not overwritten', async () => {
    const folder = usedFolder()
    const host = await start(folder)
    await add(host.url, 'preview-one')
    await host.stop()
    const database = join(folder, 'database')
    const control = readFileSync(join(database, 'global', 'pg_control'))
    const version = readFileSync(join(database, 'PG_VERSION'))

    truncateSync(join(database, 'global', 'pg_control'), 0)
    await refused(/数据库打不开,可能已损坏.*--fresh/, '--port', '0', '--folder', folder)
    writeFileSync(join(database, 'global', 'pg_control'), control)

    rmSync(join(database, 'PG_VERSION'))
    await refused(/数据库打不开,可能已损坏/, '--port', '0', '--folder', folder)
    writeFileSync(join(database, 'PG_VERSION'), version)

    const again = await start(folder)
    expect(await add(again.url)).toEqual(['preview-one'])
    await again.stop()
  })

  test('a page of a table that was overwritten shows at the start', async () => {
    const folder = usedFolder()
    const host = await start(folder)
    await add(host.url, 'preview-one')
    await host.stop()
    const tables = join(folder, 'database', 'base', '5')
    // Files of the newest numbers are our tables and their indexes; pages of zeros would count as empty ones.
    for (const name of readdirSync(tables).filter((file) => /^\d+$/.test(file) && Number(file) >= 16_384)) {
      const content = readFileSync(join(tables, name))
      if (content.length > 0) writeFileSync(join(tables, name), Buffer.alloc(content.length, 0x5a))
    }
    await refused(/数据库打不开,可能已损坏/, '--port', '0', '--folder', folder)
  })

  test('the lock of a process whose number another one has now does not hold', async () => {
    const folder = usedFolder()
    writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: process.pid, since: '1' }))
    await (await start(folder)).stop()
    writeFileSync(join(folder, 'host.lock'), '{"pid":')
    await (await start(folder)).stop()
  })
})

test('timers run their function as nobody, and what functions print goes to a file', async () => {
  const folder = newFolder()
  const host = await startHost({ folder, seed: null, functions: stubFunctions, timers: true })
  const file = join(folder, 'functions.log')
  // The file comes with the first line.
  const log = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  for (let wait = 0; wait < 100 && log() === ''; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(log().split('\n')[0]).toBe('timer always undefined wx_trigger')
  await host.stop()
})

test('a host goes with the program that started it', async () => {
  const folder = newFolder()
  const program = `
    const { register } = require('tsx/cjs/api'); register()
    const { startHost } = require('./cloudfunctions/local')
    startHost(${JSON.stringify({ folder, seed: null, functions: stubFunctions })}).then((host) => {
      process.stdout.write(String(host.pid)); process.kill(process.pid, 'SIGKILL') })`
  const child = spawn(process.execPath, ['-e', program], { cwd: root })
  let pid = ''
  child.stdout.on('data', (chunk) => (pid += String(chunk)))
  await new Promise((resolve) => child.once('close', resolve))
  expect(Number(pid)).toBeGreaterThan(0)
  for (let wait = 0; wait < 100 && existsSync(join(folder, 'host.lock')); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(existsSync(join(folder, 'host.lock'))).toBe(false)
})
