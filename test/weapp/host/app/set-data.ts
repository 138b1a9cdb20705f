/** Puts a value into data by setData's paths, `root.cn.[0].st` or `list[2].name`; what is beside the path stays the same object. */
import { fieldsOf, isList } from '../values'

export function withValue(data: unknown, path: string, value: unknown): unknown {
  return put(data, pathParts(path), value)
}

export function valueAt(data: unknown, path: string): unknown {
  let at = data
  for (const part of pathParts(path)) {
    if (at === undefined || at === null) return undefined
    at = Reflect.get(Object(at), part)
  }
  return at
}

/** Names are texts, places in lists are numbers. */
function pathParts(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, place, name]) =>
    place === undefined ? (name ?? '') : Number(place),
  )
}

function put(data: unknown, parts: readonly (string | number)[], value: unknown): unknown {
  const [part, ...rest] = parts
  if (part === undefined) return value
  if (typeof part === 'number') {
    const list = isList(data) ? [...data] : []
    list[part] = put(list[part], rest, value)
    return list
  }
  const fields = fieldsOf(data)
  return { ...fields, [part]: put(fields[part], rest, value) }
}
