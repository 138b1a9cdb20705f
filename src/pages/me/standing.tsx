/** Whether the person is confirmed for their enterprise, colleagues who wait for that, and leaving the enterprise. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, session, useAsk } from '../../phone'
import { confirmed as asked } from '../../components/confirmed'
import { recentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOf } from '../../components/page-frame'
import Tag from '../../components/tag'
import type { BoundEnterprise, Output } from '../../shared/contract'
import { askToApprove, askToUnbind } from './standing-words'

type Props = {
  enterprise: BoundEnterprise
  /** Not told by functions of an earlier release. */
  confirmed: boolean | undefined
}
type Person = Output<'session', 'enterprisePeople'>['people'][number]

export default function Standing({ enterprise, confirmed }: Props) {
  const { data, reload } = useAsk('session', 'enterprisePeople', confirmed === true ? {} : null)
  const [failure, setFailure] = useState('')
  const attempt = async (act: () => Promise<unknown>) => {
    setFailure('')
    try {
      await act()
    } catch (thrown) {
      setFailure(failureOf(thrown).text)
    }
  }
  const approve = (person: Person) =>
    attempt(async () => {
      if (!(await asked(askToApprove(person.name, enterprise.name)))) return
      await call('session', 'approvePerson', { personId: person.personId })
      await reload()
    })
  const unbind = () =>
    attempt(async () => {
      if (await asked(askToUnbind(enterprise.name))) await session.unbindEnterprise()
    })
  if (confirmed === undefined) return null
  return (
    <>
      <ListRow
        title="身份核实"
        note={confirmed ? undefined : '请现场工作人员扫描您的企业码'}
        value={confirmed ? <Tag tone="jade">已核实</Tag> : <Tag tone="amber">未核实</Tag>}
      />
      {confirmed &&
        data?.people.map((person) => (
          <ListRow
            key={person.personId}
            title={person.name === '' ? '未填姓名的同事' : person.name}
            note={`${recentText(person.boundAt)} 填写了本企业，等待核实`}
            value="核实"
            onTap={() => void approve(person)}
          />
        ))}
      <ListRow title="解除绑定" onTap={() => void unbind()} />
      {failure !== '' && <View className="me-failure">{failure}</View>}
    </>
  )
}
