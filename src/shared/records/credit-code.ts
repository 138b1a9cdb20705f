/**
 * Unified social credit code of an enterprise, 18 characters, the last one a check character
 * (GB 32100-2015: weights 3^i mod 31 over the alphabet without I, O, S, V, Z).
 */
import { z } from 'zod'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** A code with what people type between its groups. */
const TYPED_LENGTH = 60
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const SHAPE = /^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}\d{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$/

/** Upper case, without the spaces and hyphens that people type between groups. */
export function normalizeCreditCode(value: string): string {
  return value.replace(/[\s-]/g, '').toUpperCase()
}

/** The check character of the first 17 characters. Throws RangeError on a character outside the alphabet. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0
  for (let index = 0; index < 17; index += 1) {
    const value = ALPHABET.indexOf(first17[index] ?? '?')
    if (value < 0) throw new RangeError('not a credit code')
    sum += value * (WEIGHTS[index] ?? 0)
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '0'
}

/** What is wrong with a code, in words for the person who typed it; `null` if nothing. */
export function creditCodeFault(value: string): string | null {
  const code = normalizeCreditCode(value)
  if (code.length !== 18) return `统一社会信用代码为 18 位,现在是 ${code.length} 位`
  if (/[IOSVZ]/.test(code)) return '统一社会信用代码不用字母 I、O、S、V、Z,请核对是否为 1、0、5、2'
  if (!SHAPE.test(code)) return '统一社会信用代码的格式不对,请核对'
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code[17]) return '校验位不符,请核对有没有输错'
  return null
}

/** A valid code in its normal form. */
export const creditCodeSchema = z
  .string()
  .max(TYPED_LENGTH, '统一社会信用代码为 18 位')
  .transform((value, context) => {
    const fault = creditCodeFault(value)
    if (fault) {
      context.addIssue({ code: 'custom', message: fault })
      return z.NEVER
    }
    return normalizeCreditCode(value)
  })
  .pipe(z.string().max(18))
