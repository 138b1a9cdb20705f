/** The unified social credit code and its check character. */
import fc from 'fast-check'
import {
  creditCodeCheckCharacter,
  creditCodeFault,
  creditCodeSchema,
  enteredCreditCodeSchema,
  normalizeCreditCode,
} from '../../../src/shared/records'

test.each([
  ['', '18 位'],
  ['91350100M000100Y4', '17 位'],
  ['91350100M000100Y433', '19 位'],
  ['9135O100M000100Y43', '字母 I、O、S、V、Z'],
  ['91350100M000100Y44', '校验位不符'],
  ['91350A00M000100Y43', '格式不对'],
  ['91350100M000100中43', '格式不对'],
])('%p is refused and the reason is said', (code, reason) => {
  expect(creditCodeFault(code)).toContain(reason)
  expect(creditCodeSchema.safeParse(code).success).toBe(false)
  expect(enteredCreditCodeSchema.safeParse(code).success).toBe(false)
})

test.each([
  ['943501000000000000', '格式不对'],
  ['91010100M000100Y43', '格式不对'],
])('%p names no authority or area that registers', (code, reason) => {
  expect(creditCodeFault(code)).toContain(reason)
})

test('a code of no known area is refused where it is entered, and read where it is stored', () => {
  const code = `91010100M000100Y4${creditCodeCheckCharacter('91010100M000100Y4')}`
  expect(creditCodeFault(code)).toContain('格式不对')
  expect(enteredCreditCodeSchema.safeParse(code).success).toBe(false)
  expect(creditCodeSchema.parse(code)).toBe(code)
})

test('full-width characters and dashes of every length are those of the keyboard', () => {
  expect(normalizeCreditCode('\uFF19\uFF11\uFF13\uFF15\u20140100\u3000m000100y\uFF0D43')).toBe(
    '91350100M000100Y43',
  )
})

test('the worked example of the standard is valid, also typed in groups and small letters', () => {
  expect(creditCodeFault('91350100M000100Y43')).toBeNull()
  expect(creditCodeSchema.parse(' 9135 0100-m000100y43 ')).toBe('91350100M000100Y43')
})

const first17 = fc
  .tuple(
    fc.constantFrom('91', '92', '93', 'A1'),
    fc.stringMatching(/^(?:1[1-5]|4[1-6]|6[1-5])\d{4}$/),
    fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/),
  )
  .map((parts) => parts.join(''))

test('each code has one valid check character, and each single wrong character is found', () => {
  fc.assert(
    fc.property(
      first17,
      fc.nat(17),
      fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
      (start, at, other) => {
        const code = start + creditCodeCheckCharacter(start)
        expect(creditCodeFault(code)).toBeNull()
        const changed = code.slice(0, at) + other + code.slice(at + 1)
        if (changed !== code) expect(creditCodeFault(changed)).not.toBeNull()
        expect(normalizeCreditCode(code.toLowerCase())).toBe(code)
      },
    ),
  )
})
