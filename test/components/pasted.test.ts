import { codeWords, enterpriseInText } from '../../src/components/enterprise-fields/pasted'
import { creditCodeCheckCharacter } from '../../src/shared/records'

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
  test('a name may hold brackets', () => {
    expect(enterpriseInText(`示例(长沙)科技有限公司 ${code}`)?.name).toBe('示例(长沙)科技有限公司')
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
