/** A part that has its canonical text already; `canonicalJson` puts it into the whole as it is. */
export class CanonicalText {
  constructor(readonly text: string) {}
}

/**
 * The one text form of a JSON value: object keys sorted, no spaces, `undefined` members left out.
 * Phone and server hash this text, so equal content has equal hashes on both.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a JSON number is finite')
    return String(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value instanceof CanonicalText) return value.text
  if (isObject(value)) {
    // A loop instead of a chain, and no copy: a run of thousands of cards spends much of its time here.
    let text = ''
    for (const key of Object.keys(value).sort()) {
      const member = value[key]
      if (member === undefined) continue
      const name = NEEDS_NO_ESCAPE.test(key) ? `"${key}"` : JSON.stringify(key)
      text += `${text === '' ? '' : ','}${name}:${canonicalJson(member)}`
    }
    return `{${text}}`
  }
  throw new TypeError(`not a JSON value: ${typeof value}`)
}

const NEEDS_NO_ESCAPE = /^[\w/-]*$/

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
