// Points as people read them: rounded here, and nowhere else unless a document says so (RULES.md G6).

/** 1e-8 point: every weighted share and every total is a whole number of it. */
const fine = 1e8

/** Points as a whole number of 1e-8, for exact comparison: equal totals share a rank. */
export function toFineUnits(points: number): number {
  return Math.round(points * fine)
}

/** The points of a whole number of 1e-8, as close as a number can be: differences of totals are taken in these. */
export function fromFineUnits(units: number): number {
  return units / fine
}

/** To the hundredth, half up, as points are shown. */
export function toHundredth(points: number): number {
  return hundredths(points) / 100
}

function hundredths(points: number): number {
  return Math.floor((toFineUnits(points) + fine / 200) / (fine / 100))
}

/** Two decimals, half up: 22.345 → `22.35`, 30 → `30.00`; `—` where there is nothing to show. */
export function formatPoints(points: number | null): string {
  return points === null ? '—' : (hundredths(points) / 100).toFixed(2)
}

/** The same without trailing zeros: 30 → `30`, 22.5 → `22.5`. */
export function formatPointsShort(points: number | null): string {
  return points === null ? '—' : String(hundredths(points) / 100)
}
