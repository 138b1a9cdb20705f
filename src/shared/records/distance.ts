/** How far two measured places are apart. */
export type Spot = { latitude: number; longitude: number; accuracy?: number }

const EARTH_METRES = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres over ground, rounded, less the accuracy of both: at least this far; never below 0. */
export function distanceBetween(a: Spot, b: Spot): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const part = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east
  const metres = 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(part)))
  return Math.max(0, Math.round(metres - (a.accuracy ?? 0) - (b.accuracy ?? 0)))
}
