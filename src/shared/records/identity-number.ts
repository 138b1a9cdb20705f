/** Identity numbers of persons (GB 11643): they must never be taken for the code or the name of an enterprise. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/** Eighteen characters with a day of birth and the right check character; spaces and hyphens are the caller's to take out. */
export function isIdentityNumber(value: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(value)) return false
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number)
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2099)
    return false
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0)
  return CHECK[sum % 11] === value[17]?.toUpperCase()
}

/** Full-width letters, digits and signs as their ASCII twins, the full-width space as a space; of the same length. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}
