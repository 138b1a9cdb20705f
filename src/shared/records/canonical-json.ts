/**
 * The one text form of a JSON value: object keys sorted, no spaces, `undefined` members left out.
 * Phone and server hash this text, so equal content has equal hashes on both.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a JSON number is finite')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    // A loop instead of a chain: a run of thousands of cards spends much of its time here.
    const members: Record<string, unknown> = { ...value }
    let text = ''
    for (const key of Object.keys(members).sort()) {
      const member = members[key]
      if (member !== undefined)
        text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
    }
    return `{${text}}`
  }
  throw new TypeError(`not a JSON value: ${typeof value}`)
}
