// Exact arithmetic of points and quantities. A quantity is an integer of 1e-6 of its unit; points are an
// integer of 1e-6 point, or such an integer and a proper fraction of it where a division does not end
// (30 × 1/9 = 3.333333 + 1/3 of a millionth): its weighted share, 1, must come out whole.
// No BigInt: cheap phones lack it.

/** Units in one point, and in one of any quantity. */
export const unit = 1_000_000

/** `units + n/d` millionths with `0 < n < d`. */
export interface EndlessPoints {
  readonly units: number
  readonly n: number
  readonly d: number
}

export type Points = number | EndlessPoints

/** Beyond this a fraction is cut off: 100 of it would leave the exact integers. It is below 1e-6 point. */
const largestDenominator = 2 ** 46
const largestExact = Number.MAX_SAFE_INTEGER

/** The integer of 1e-6 that does not exceed `value`; 69.9 gives 69,900,000. For |value| up to 1e9. */
export function toUnits(value: number): number {
  const halves = value * 2
  if (Number.isInteger(halves)) return halves * (unit / 2)
  const rounded = Math.round(value * unit)
  return rounded / unit > value ? rounded - 1 : rounded
}

/** How many whole times `part` goes into `quantity`; exact below 2^53, and far quicker than a remainder of doubles. */
export function wholeTimes(quantity: number, part: number): number {
  return Math.floor(quantity / part)
}

export function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

function points(units: number, n: number, d: number): Points {
  if (n === 0) return units
  const common = greatestCommonDivisor(n, d)
  return d / common > largestDenominator ? units : { units, n: n / common, d: d / common }
}

/** The largest integer of 1e-6 point that is not above: comparing it with a bound decides as the exact value would. */
export function wholeUnits(value: Points): number {
  return typeof value === 'number' ? value : value.units
}

export function plus(a: Points, b: Points): Points {
  if (typeof a === 'number') {
    return typeof b === 'number' ? a + b : { units: a + b.units, n: b.n, d: b.d }
  }
  if (typeof b === 'number') return { units: a.units + b, n: a.n, d: a.d }
  const step = b.d / greatestCommonDivisor(a.d, b.d)
  const d = a.d * step
  if (d > largestDenominator) return a.d >= b.d ? plus(a, b.units) : plus(a.units, b)
  const n = a.n * step + b.n * (d / b.d)
  return n >= d ? points(a.units + b.units + 1, n - d, d) : points(a.units + b.units, n, d)
}

export function minus(a: number, b: Points): Points {
  return typeof b === 'number' ? a - b : { units: a - b.units - 1, n: b.d - b.n, d: b.d }
}

/** Times a small integer (a weight in hundredths, at most 100). */
export function times(value: Points, factor: number): Points {
  if (typeof value === 'number') return value * factor
  const n = value.n * factor
  const carried = wholeTimes(n, value.d)
  return points(value.units * factor + carried, n - carried * value.d, value.d)
}

/** Divided by a small integer (a weight in hundredths, at most 100). */
export function dividedBy(value: Points, divisor: number): Points {
  const units = wholeUnits(value)
  const left = ((units % divisor) + divisor) % divisor
  const whole = (units - left) / divisor
  if (typeof value === 'number') return points(whole, left, divisor)
  return points(whole, left * value.d + value.n, value.d * divisor)
}

/** Exactly `factor × part / whole`, for integers from 0 up to 1e15, `whole` above 0, and a result below 2^53. */
export function proportion(factor: number, part: number, whole: number): Points {
  const isWhole = Number.isInteger(part / unit) && Number.isInteger(whole / unit)
  const a = isWhole ? part / unit : part
  const b = isWhole ? whole / unit : whole
  const product = factor * a
  if (product > largestExact) return longProportion(factor, a, b)
  const quotient = wholeTimes(product, b)
  return points(quotient, product - quotient * b, b)
}

/** The same by doubling and adding, where the product would leave the exact integers. */
function longProportion(factor: number, part: number, whole: number): Points {
  const stepLeft = part % whole
  const stepWhole = (part - stepLeft) / whole
  let quotient = 0
  let left = 0
  for (let bit = 2 ** Math.floor(Math.log2(factor)); bit >= 1; bit /= 2) {
    quotient *= 2
    left *= 2
    if (Math.floor(factor / bit) % 2 === 1) {
      quotient += stepWhole
      left += stepLeft
    }
    const carried = Math.floor(left / whole)
    quotient += carried
    left -= carried * whole
  }
  return points(quotient, left, whole)
}

/** To the hundredth of a point, half up. */
export function roundedToHundredth(value: Points): number {
  const hundredth = unit / 100
  return Math.floor((wholeUnits(value) + hundredth / 2) / hundredth) * hundredth
}

/** As a number of points: the double next to the exact value, so that 28.006 prints as 28.006. */
export function toPoints(value: Points): number {
  return typeof value === 'number' ? value / unit : (value.units + value.n / value.d) / unit
}
