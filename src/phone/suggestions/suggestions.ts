/** Places and enterprises that the platform's records on this phone name already, to offer without network. */
import { normalizeCreditCode, type Enterprise, type RecordPayload } from '../../shared/records'

export type Suggestions = {
  /** Names of places, the ones most used first. */
  places: string[]
  /** Each once by its code, with the name used last, the latest first. */
  enterprises: Enterprise[]
}

/** `records` are those of the platform, whose `date` is a day (`YYYY-MM-DD`) or null; `met` are offered after theirs. */
export function suggestionsOf(
  records: Iterable<{ payload: RecordPayload | null; date: string | null }>,
  met: readonly Enterprise[] = [],
): Suggestions {
  const latestFirst = [...records].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
  const places = new Map<string, number>()
  const enterprises = new Map<string, Enterprise>()
  for (const { payload } of latestFirst) {
    if (payload?.kind === 'activity') {
      const { name } = payload.place
      places.set(name, (places.get(name) ?? 0) + 1)
    } else if (payload?.kind === 'demand' || payload?.kind === 'transaction') {
      const { enterprise } = payload
      if (!enterprises.has(enterprise.creditCode)) enterprises.set(enterprise.creditCode, enterprise)
    }
  }
  for (const each of met) if (!enterprises.has(each.creditCode)) enterprises.set(each.creditCode, each)
  return {
    // Equally used ones stay in the order of their last use.
    places: [...places].sort(([, a], [, b]) => b - a).map(([name]) => name),
    enterprises: [...enterprises.values()],
  }
}

/** The places that go on from what is typed, at most `most`; none that is typed already. */
export function placesLike(places: readonly string[], typed: string, most: number): string[] {
  const part = typed.trim()
  return places.filter((place) => place !== part && place.includes(part)).slice(0, most)
}

/** The enterprises whose name or code has what is typed, at most `most`; none once one of them is entered whole. */
export function enterprisesLike(
  enterprises: readonly Enterprise[],
  typed: { name: string; creditCode: string },
  most: number,
): Enterprise[] {
  const name = typed.name.trim()
  const code = normalizeCreditCode(typed.creditCode)
  if (enterprises.some((each) => each.name === name && each.creditCode === code)) return []
  return enterprises
    .filter((each) => each.name.includes(name) && each.creditCode.includes(code))
    .slice(0, most)
}
