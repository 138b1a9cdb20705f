import {
  codeWords,
  enterpriseCodeText,
  enterpriseInText,
  enterpriseScanned,
  enterprisesInList,
} from '../../src/components/enterprise-fields/pasted'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { creditCodeCheckCharacter, creditCodeFault, isIdentityNumber } from '../../src/shared/records'

const first17 = '91430181MA4XABCD8'
const code = first17 + creditCodeCheckCharacter(first17)
const wrong = first17 + (code.endsWith('0') ? '1' : '0')

describe('an enterprise out of pasted text', () => {
  test('a code with a wrong check character is not taken', () => {
    expect(enterpriseInText(`湖南示例药业有限公司 ${wrong}`)).toBeNull()
  })
  test('a code alone is not both', () => {
    expect(enterpriseInText(code)).toBeNull()
  })
  test('a name alone is not both', () => {
    expect(enterpriseInText('湖南示例药业有限公司')).toBeNull()
  })
  test.each([
    [`湖南示例药业有限公司\n${code}`],
    [`企业名称:湖南示例药业有限公司,统一社会信用代码:${code}`],
    [`${code.toLowerCase()} 湖南示例药业有限公司`],
    [`税号 ${code.replace(/(.{4})/g, '$1 ')}名称 湖南示例药业有限公司`],
  ])('both are found in %j', (text) => {
    expect(enterpriseInText(text)).toEqual({ name: '湖南示例药业有限公司', creditCode: code })
  })
  test('a word within a name that ends other names does not end it', () => {
    expect(enterpriseInText(`示例厂房中心科技有限公司 ${code} 长沙市某路`)?.name).toBe(
      '示例厂房中心科技有限公司',
    )
  })
  test('a name may hold brackets', () => {
    expect(enterpriseInText(`示例(长沙)科技有限公司 ${code}`)?.name).toBe('示例(长沙)科技有限公司')
  })
})

describe('an enterprise out of a scanned code', () => {
  test.each([['https://example.com/pay?id=12345678901234567812345678'], ['今天下午三点开会'], [wrong], ['']])(
    '%j is none',
    (text) => expect(enterpriseScanned(text)).toBeNull(),
  )
  test("an enterprise's own code gives back code and name", () => {
    const enterprise = { name: '示例(长沙)科技有限公司', creditCode: code }
    expect(enterpriseScanned(enterpriseCodeText(enterprise))).toEqual(enterprise)
  })
  test.each(['abcdefghijklmnopqrstuvwx', 'A-b_c9-1234567890-abcdef', code + '-12345'])(
    'of the phone of somebody, it says who shows it: %s',
    (personCode) => {
      const enterprise = { name: '示例(长沙)科技有限公司', creditCode: code }
      const text = enterpriseCodeText({ ...enterprise, personCode })
      expect(text.split('\n').slice(0, 2).join('\n')).toBe(enterpriseCodeText(enterprise))
      expect(enterpriseScanned(text)).toEqual({ ...enterprise, personCode })
      expect(enterpriseInText(text)).toEqual(enterprise)
    },
  )
  test.each([
    [`https://licence.example.com/scan?uniscid=${code}&type=1`],
    [`统一社会信用代码:${code.toLowerCase()}`],
    [`1 ${code}`],
  ])('a licence gives the code, the name is asked for: %j', (text) => {
    expect(enterpriseScanned(text)).toEqual({ name: '', creditCode: code })
  })
})

describe('a pasted list', () => {
  const codeOf = (n: number) => {
    const start = `91430181MB4${String(200_000 + n)}`
    return start + creditCodeCheckCharacter(start)
  }
  const noNames = () => null

  test('each line that is wrong says why, and does not spoil the others', () => {
    const lines = enterprisesInList(
      [
        '序号\t企业名称\t统一社会信用代码',
        `湖南甲公司 ${codeOf(1)}`,
        '湖南乙公司',
        `湖南丙公司 ${wrong}`,
        `湖南丁公司 ${code.slice(0, 17)}`,
        '',
        `${codeOf(1)} 湖南甲公司`,
        codeOf(2),
        `${'长'.repeat(61)} ${codeOf(3)}`,
      ].join('\n'),
      noNames,
    )
    expect(lines.map(({ number, fault }) => [number, fault])).toEqual([
      [2, ''],
      [3, '没有统一社会信用代码'],
      [4, '校验位不符,请核对有没有输错'],
      [5, '统一社会信用代码为 18 位,现在是 17 位'],
      [7, '与第 2 行是同一家企业'],
      [8, '没有企业名称,请写在代码旁边'],
      [9, '企业名称最多 60 个字'],
    ])
    expect(lines.filter(({ enterprise }) => enterprise)).toHaveLength(1)
  })

  test.each([
    [`湖南示例药业有限公司\t${code}`],
    [`${code},湖南示例药业有限公司`],
    [`3、湖南示例药业有限公司 ${code}`],
    [`12\t湖南示例药业有限公司\t${code}\t2023-06-15`],
    [`名称:湖南示例药业有限公司 统一社会信用代码:${code.toLowerCase()}`],
    [`1 ${code.replace(/(.{4})/g, '$1 ')} 湖南示例药业有限公司`],
  ])('finds name and code in %j', (text) => {
    expect(enterprisesInList(text, noNames)).toMatchObject([
      { enterprise: { name: '湖南示例药业有限公司', creditCode: code }, fault: '' },
    ])
  })

  test('takes a name as it is written, whatever it ends with, and a known name for a code alone', () => {
    expect(enterprisesInList(`长沙县𠮷祥茶铺 ${code}`, noNames)[0]?.enterprise?.name).toBe('长沙县𠮷祥茶铺')
    expect(enterprisesInList(code, () => '记得的公司')[0]?.enterprise?.name).toBe('记得的公司')
  })
})

describe('what the field says of a code', () => {
  test('a code that is still being typed is not called wrong', () => {
    expect(codeWords('9143', false)).toEqual({ tone: 'quiet', text: '已输 4 位,共 18 位' })
  })
  test('a short code that the person has left is wrong', () => {
    expect(codeWords('9143', true).tone).toBe('wrong')
  })
  test('a full code is checked at once', () => {
    expect(codeWords(wrong, false)).toEqual({ tone: 'wrong', text: '校验位不符,请核对有没有输错' })
    expect(codeWords(code, false).tone).toBe('well')
  })
})

/** Lines as people paste them; all invented. `<CODE>` is a right credit code, `<IDENTITY>` a person's number. */
const lines = z
  .array(z.object({ id: z.string(), text: z.string(), name: z.string() }))
  .parse(JSON.parse(readFileSync(join(__dirname, 'pasted-lines.json'), 'utf8')))

const identityOf = (first17: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return first17 + '10X98765432'.charAt(sum % 11)
}
/** Numbers of persons that pass as the check character of a credit code too. */
const identities = Array.from({ length: 5_000 }, (_, n) =>
  identityOf(`43010219900101${String(n).padStart(3, '0')}`.slice(0, 14) + String(n % 1000).padStart(3, '0')),
)

describe('lines as people paste them', () => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

  test('the fixture holds full-width characters, by code point', () => {
    expect(
      lines.filter(({ text }) => /[\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF0E\u3000]/.test(text)).length,
    ).toBeGreaterThan(4)
  })

  test.each(lines.map(({ id, text, name }) => [id, text, name]))('%s', (_, text, name) => {
    const filled = text.replace('<IDENTITY>', identities[7] ?? '').replace('<CODE>', code)
    expect(enterpriseInText(filled)).toEqual({ name, creditCode: code })
    if (!text.includes('\n')) {
      expect(enterprisesInList(filled, () => null)).toMatchObject([
        { enterprise: { name, creditCode: code } },
      ])
      const wide = text.replace('<IDENTITY>', identities[7] ?? '').replace('<CODE>', fullWidth(code))
      expect(enterprisesInList(wide, () => null)).toMatchObject([{ enterprise: { name, creditCode: code } }])
    }
  })

  test.each([
    ['张三 <CODE>'],
    ['财务总监\t<CODE>'],
    ['湖南省长沙市示例区示例路1号 <CODE>'],
    ['2023年6月15日 <CODE>'],
    ['有限责任公司 <CODE>'],
  ])('%s has no name', (text) => {
    expect(enterprisesInList(text.replace('<CODE>', code), () => null)).toMatchObject([{ enterprise: null }])
  })
})

test('a number of a person is neither code nor name', () => {
  for (const identity of identities.slice(0, 1_000)) {
    expect(isIdentityNumber(identity)).toBe(true)
    expect(creditCodeFault(identity)).toContain('身份证')
    expect(enterpriseScanned(identity)).toBeNull()
  }
  expect(isIdentityNumber(code)).toBe(false)
  expect(isIdentityNumber(identityOf('43010219900230001'))).toBe(false)
})
