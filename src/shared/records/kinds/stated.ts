/** What of these was stated: a row is plain JSON, which knows no undefined. */
export function stated<T extends Record<string, unknown>>(properties: T): Partial<T> {
  const kept: Partial<T> = {}
  for (const name in properties) if (properties[name] !== undefined) kept[name] = properties[name]
  return kept
}
