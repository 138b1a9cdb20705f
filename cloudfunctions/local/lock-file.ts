/**
 * One host a folder. PGlite has no lock of its own, and two processes on one folder lose data silently; so the
 * folder is taken by a file that names the process, and a file of a dead process is taken over.
 */
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, HostFault } from './fault'

/** `since` tells a process from a later one with the same number, where the system says it. */
const ownerSchema = z.object({ pid: z.int().positive(), since: z.string().nullable() })
type Owner = z.infer<typeof ownerSchema>

const STALE_TAKEOVER_MS = 10_000

/**
 * Takes the folder for this process; the answer gives it back.
 * @throws HostFault when a running host has it, or when the folder cannot be written.
 */
export function takeLock(folder: string): () => void {
  const file = join(folder, 'host.lock')
  const own: Owner = { pid: process.pid, since: startOf(process.pid) }
  try {
    mkdirSync(folder, { recursive: true })
    if (!create(file, own)) takeOver(file, own)
  } catch (error) {
    if (error instanceof HostFault) throw error
    throw new HostFault(
      `目录写不进去: ${folder} (${codeOf(error) || String(error)})。请检查权限,或用 --folder 另选目录`,
    )
  }
  return () => {
    if (sameOwner(read(file), own)) rmSync(file, { force: true })
  }
}

function create(file: string, own: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Behind a folder that only one process can make, so that of two that find a dead owner one succeeds. */
function takeOver(file: string, own: Owner): void {
  refuseIfRunning(file)
  const turn = `${file}.turn`
  try {
    mkdirSync(turn)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (Date.now() - statSync(turn).mtimeMs < STALE_TAKEOVER_MS) throw busy(file)
    rmdirSync(turn)
    return takeOver(file, own)
  }
  try {
    refuseIfRunning(file)
    rmSync(file, { force: true })
    if (!create(file, own)) throw busy(file)
  } finally {
    rmdirSync(turn)
  }
}

function refuseIfRunning(file: string): void {
  const owner = read(file)
  if (owner && isRunning(owner)) throw busy(file, owner.pid)
}

function busy(file: string, pid?: number): HostFault {
  const who = pid === undefined ? '' : ` (进程 ${pid})`
  return new HostFault(
    `本地服务已在运行${who}: 同一目录只能开一个。请先停掉它,或用 --folder 另选目录 [${file}]`,
  )
}

/** A lock that says nothing sensible was cut off while being written by a process that died. */
function read(file: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'EACCES') throw error
    return null
  }
}

function isRunning(owner: Owner): boolean {
  if (owner.pid === process.pid) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  const since = startOf(owner.pid)
  return owner.since === null || since === null || owner.since === since
}

function sameOwner(a: Owner | null, b: Owner): boolean {
  return a !== null && a.pid === b.pid && a.since === b.since
}

/** When a process started, in the clock of Linux; null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
