/**
 * Unified social credit code of an enterprise, 18 characters, the last one a check character
 * (GB 32100-2015: weights 3^i mod 31 over the alphabet without I, O, S, V, Z).
 */
import { z } from 'zod'
import { halfWidth, isIdentityNumber } from './identity-number'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** A code with what people type between its groups. */
const TYPED_LENGTH = 60
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const SHAPE = /^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}\d{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$/

/** By whom it is registered and of what type, and the area: the whole country, or one that begins with a province's digits. */
const REGISTERED =
  /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1239]|A[19]|N[1239]|Y1)(?:100000|(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4})/

const WRONG_FORM = '统一社会信用代码的格式不对,请核对'

/** Upper case, without the spaces and hyphens that people type between groups. */
export function normalizeCreditCode(value: string): string {
  return halfWidth(value)
    .replace(/[\s\-\u2010-\u2015\u200B\uFEFF]/g, '')
    .toUpperCase()
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

/**
 * What is wrong with a code that somebody enters now, in words for them; `null` if nothing. Identity numbers, and
 * codes of no known authority or area, are refused here only: what is stored already is read by `creditCodeSchema`.
 */
export function creditCodeFault(value: string): string | null {
  const code = normalizeCreditCode(value)
  if (isIdentityNumber(code)) return '这是个人的身份证号码，不是统一社会信用代码'
  return SHAPE.test(code) && !REGISTERED.test(code) ? WRONG_FORM : storedCreditCodeFault(code)
}

/** Form and check character alone: all that earlier releases asked, so that what they stored stays readable. */
function storedCreditCodeFault(code: string): string | null {
  if (code.length !== 18) return `统一社会信用代码为 18 位,现在是 ${code.length} 位`
  if (/[IOSVZ]/.test(code)) return '统一社会信用代码不用字母 I、O、S、V、Z,请核对是否为 1、0、5、2'
  if (!SHAPE.test(code)) return WRONG_FORM
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code[17]) return '校验位不符,请核对有没有输错'
  return null
}

/** A code in its normal form, as it is stored and sent. Forms ask `creditCodeFault` as well. */
export const creditCodeSchema = z
  .string()
  .max(TYPED_LENGTH, '统一社会信用代码为 18 位')
  .transform((value, context) => {
    const code = normalizeCreditCode(value)
    const fault = storedCreditCodeFault(code)
    if (fault) {
      context.addIssue({ code: 'custom', message: fault })
      return z.NEVER
    }
    return code
  })
  .pipe(z.string().max(18))

/** A code that somebody enters now. */
export const enteredCreditCodeSchema = creditCodeSchema.superRefine((code, context) => {
  const fault = creditCodeFault(code)
  if (fault) context.addIssue({ code: 'custom', message: fault })
})
