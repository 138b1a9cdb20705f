// A shipped document with something changed, as a person who edits it would change it.
import { rubricDocument } from '../../../src/shared/rubric'

type Json = Record<string, unknown> | unknown[]

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

function at(node: unknown, step: string | number): unknown {
  return isJson(node) ? Reflect.get(node, step) : undefined
}

function set(node: unknown, path: readonly (string | number)[], value: unknown): void {
  const [step, ...rest] = path
  if (!isJson(node) || step === undefined) throw new Error(`no such place: ${path.join('.')}`)
  if (rest.length > 0) set(at(node, step), rest, value)
  else if (value === undefined) Reflect.deleteProperty(node, step)
  else Reflect.set(node, step, value)
}

/** A copy of the document with the value at `path` replaced (or removed, for undefined). */
export function edited(id: string, path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(rubricDocument(id)))
  set(copy, path, value)
  return copy
}

/** The path of the criterion with this id. */
export function placeOf(id: string, criterion: string): (string | number)[] {
  const search = (node: unknown, path: (string | number)[]): (string | number)[] | undefined => {
    if (!isJson(node)) return undefined
    if (at(node, 'id') === criterion) return path
    for (const key of Object.keys(node)) {
      const found = search(at(node, key), [...path, Array.isArray(node) ? Number(key) : key])
      if (found) return found
    }
    return undefined
  }
  const found = search(rubricDocument(id), [])
  if (!found) throw new Error(`no criterion ${criterion}`)
  return found
}
