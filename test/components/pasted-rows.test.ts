/** A pasted list before it is stored: its rows can be put right, and no line is dropped without a word. */
import { pastedRows } from '../../src/components/enterprise-fields/rows'
import { creditCodeCheckCharacter, limits } from '../../src/shared/records'

const noNames = () => null
const codeOf = (n: number) => {
  const first17 = `91430181MC4${String(300_000 + n)}`
  return first17 + creditCodeCheckCharacter(first17)
}
const lineOf = (n: number) => `示例${n}号有限公司 ${codeOf(n)}`

test('a name and a code that are put right are those that are entered', () => {
  const edits = { [lineOf(1)]: { name: '示例改正有限公司', creditCode: ` ${codeOf(3).toLowerCase()}` } }
  const { rows } = pastedRows([lineOf(1), lineOf(2)].join('\n'), edits, noNames)
  expect(rows.map(({ enterprise }) => enterprise)).toEqual([
    { name: '示例改正有限公司', creditCode: codeOf(3) },
    { name: '示例2号有限公司', creditCode: codeOf(2) },
  ])
})

test.each([
  ['a wrong code', { name: '示例公司', creditCode: codeOf(1).slice(0, 17) }, '17 位'],
  ['a short name', { name: '示', creditCode: codeOf(1) }, '企业名称至少'],
  ['the code of the row before', { name: '示例公司', creditCode: codeOf(2) }, '与第 1 行是同一家企业'],
])('%s typed into a row is said there, and the row is not entered', (_, typed, fault) => {
  const { rows } = pastedRows([lineOf(2), lineOf(1)].join('\n'), { [lineOf(1)]: typed }, noNames)
  expect(rows).toMatchObject([
    { enterprise: { creditCode: codeOf(2) } },
    { entered: typed, enterprise: null, fault: expect.stringContaining(fault) },
  ])
})

test('a line without an enterprise has no fields, and keeps its fault', () => {
  expect(pastedRows('只有名字的企业', {}, noNames).rows).toMatchObject([
    { entered: null, enterprise: null, fault: '没有统一社会信用代码' },
  ])
})

test('the lines beyond the limit are told, whole, and empty ones count nowhere', () => {
  const most = limits.pastedLines
  const lines = Array.from({ length: most + 3 }, (_, n) => lineOf(n))
  const { rows, beyond } = pastedRows(lines.join('\r\n\r\n'), {}, noNames)
  expect(rows.filter(({ enterprise }) => enterprise !== null)).toHaveLength(most)
  expect(beyond).toEqual(lines.slice(most))
  expect(pastedRows(lines.slice(0, most).join('\n'), {}, noNames).beyond).toEqual([])
})
