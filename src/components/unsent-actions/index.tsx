/** The ways out for what did not upload: again, change it, copy it as text, give it up. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { copyRecord, discardChange, discardDraft, outbox, type PhoneRecord } from '../../phone'
import { confirmed } from '../confirmed'
import { askToDropDraft, askToGiveUp } from '../words'
import { unsentActions, type UnsentAction } from './possible'
import './index.scss'

export { closedState } from './possible'

const titles: Record<UnsentAction, string> = {
  retry: '再试一次',
  change: '修改',
  copy: '复制为文字',
  'give-up': '放弃这次修改',
  'drop-draft': '放弃没保存的修改',
}

type Props = {
  record: PhoneRecord
  /** Left out where the screen has a button of its own. */
  without?: UnsentAction
}

export default function UnsentActions({ record, without }: Props) {
  const actions = unsentActions(record).filter((action) => action !== without)
  if (actions.length === 0) return null
  return (
    <View className="unsent-actions">
      {actions.map((action) => (
        <View
          key={action}
          className="unsent-actions-link"
          onClick={() => void act(action, record)}
          aria-role="button"
        >
          {titles[action]}
        </View>
      ))}
    </View>
  )
}

async function act(action: UnsentAction, record: PhoneRecord): Promise<void> {
  const { id } = record
  switch (action) {
    case 'retry':
      return outbox.retry(id)
    case 'change':
      return void Taro.navigateTo({ url: `/pages/record/index?id=${id}` })
    case 'copy':
      return copyRecord(record)
    case 'give-up':
      if (await confirmed(askToGiveUp)) await discardChange(id)
      return
    case 'drop-draft':
      if (await confirmed(askToDropDraft)) await discardDraft(id)
  }
}
