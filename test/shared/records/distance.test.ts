/** The distance of two places. */
import { distanceBetween } from '../../../src/shared/records'

describe('the distance of two places', () => {
  const changsha = { latitude: 28.2282, longitude: 112.9388 }
  test('is nothing to the same place, and known to a few metres elsewhere', () => {
    expect(distanceBetween(changsha, changsha)).toBe(0)
    // A minute of latitude is a nautical mile.
    const north = { ...changsha, latitude: changsha.latitude + 1 / 60 }
    expect(Math.abs(distanceBetween(changsha, north) - 1852)).toBeLessThan(5)
    expect(distanceBetween({ latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 })).toBe(
      2224,
    )
  })
  test('is what both accuracies leave for certain', () => {
    const north = { ...changsha, latitude: changsha.latitude + 1 / 60 }
    const exact = distanceBetween(changsha, north)
    expect(distanceBetween({ ...changsha, accuracy: 500 }, { ...north, accuracy: 300 })).toBe(exact - 800)
    expect(distanceBetween({ ...changsha, accuracy: 5_000 }, north)).toBe(0)
  })
})
