/** Folders of the tests, inside the project's ignored one, so that built functions find their packages. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(__dirname, '..', '..')
export const stubFunctions = join(__dirname, 'stub-functions')
const made: string[] = []

/** A new empty folder; removed by `removeFolders`. */
export function newFolder(): string {
  const folder = join(root, '.local', 'test', randomUUID())
  mkdirSync(folder, { recursive: true })
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
