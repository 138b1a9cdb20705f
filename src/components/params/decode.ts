/** Parts of an address, decoded. */

export type Params = Partial<Record<string, string>>

/** What cannot be decoded stays as it is: whoever reads it finds out that it is none of ours. */
export function decodedParams(given: Params): Params {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, decoded(value)]))
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return value
  }
}
