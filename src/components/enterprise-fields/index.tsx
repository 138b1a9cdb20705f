/** Name and credit code of an enterprise: checked while typed, both filled from one pasted text, the name found by the code. */
import { View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import { useRef, useState } from 'react'
import { creditCodeFault, limits, normalizeCreditCode, type Enterprise } from '../../shared/records'
import FieldRow from '../field-row'
import { creditCodeText } from '../figures'
import { codeWords, enterpriseInText, type EnterpriseText } from './pasted'
import './index.scss'

export { enterpriseCodeText, enterpriseScanned, type EnterpriseText } from './pasted'
export { pastedRows, type Edits, type PastedRow } from './rows'

type Props = {
  value: EnterpriseText
  onChange: (value: EnterpriseText) => void
  /** The name that the server knows for a valid code, or null. */
  nameOf: (creditCode: string) => Promise<string | null>
  /** Enterprises to offer that fit what is typed. */
  offered?: readonly Enterprise[]
  errors?: { name?: string; creditCode?: string }
}

export default function EnterpriseFields({ value, onChange, nameOf, offered = [], errors }: Props) {
  const [left, setLeft] = useState(false)
  const latest = useRef(value)
  latest.current = value
  const code = normalizeCreditCode(value.creditCode)
  const words = codeWords(value.creditCode, left)

  const change = (next: EnterpriseText) => {
    latest.current = next
    onChange(next)
  }
  const findName = async (creditCode: string) => {
    const name = await nameOf(creditCode).catch(() => null)
    const now = latest.current
    // What the person has typed meanwhile stands above what is known.
    if (name !== null && now.name === '' && normalizeCreditCode(now.creditCode) === creditCode) {
      change({ ...now, name })
    }
  }
  const enter = (field: keyof EnterpriseText, text: string) => {
    const both = enterpriseInText(text)
    const next = both ?? { ...latest.current, [field]: text }
    if (next.creditCode === latest.current.creditCode && next.name === latest.current.name) return
    const isNewCode = normalizeCreditCode(next.creditCode) !== normalizeCreditCode(latest.current.creditCode)
    change(next)
    const entered = normalizeCreditCode(next.creditCode)
    if (isNewCode && next.name === '' && creditCodeFault(entered) === null) void findName(entered)
  }

  return (
    <View className="enterprise-fields">
      {offered.length > 0 && (
        <View className="enterprise-fields-offered">
          <View className="enterprise-fields-label">常用企业</View>
          {offered.map((enterprise) => (
            <View
              key={enterprise.creditCode}
              className="enterprise-fields-one"
              onClick={() => change({ ...enterprise })}
              aria-role="button"
            >
              {enterprise.name}
            </View>
          ))}
        </View>
      )}
      <FieldRow
        label="统一社会信用代码"
        stacked
        error={errors?.creditCode ?? (words.tone === 'wrong' ? words.text : undefined)}
        hint={
          <View className={words.tone === 'well' ? 'enterprise-fields-well' : undefined}>
            {words.tone === 'well' ? `${creditCodeText(code)}  ${words.text}` : words.text}
          </View>
        }
      >
        <Input
          className="enterprise-fields-input"
          value={value.creditCode}
          placeholder="如 9143 0100 …"
          maxLength={200}
          onChange={(text) => enter('creditCode', text)}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
        />
      </FieldRow>
      <FieldRow label="企业名称" stacked error={errors?.name}>
        <Input
          className="enterprise-fields-input"
          value={value.name}
          placeholder="与营业执照一致的全称"
          maxLength={Math.max(200, limits.nameLength)}
          onChange={(text) => enter('name', text)}
        />
      </FieldRow>
    </View>
  )
}
