/** A sheet that comes up from the bottom: a title, content, and one action in the thumb's reach. */
import { ScrollView, View } from '@tarojs/components'
import { Button, Popup } from '@nutui/nutui-react-taro'
import type { PropsWithChildren } from 'react'
import { isAboveTabs } from './above-tabs'
import './index.scss'

type Props = PropsWithChildren<{
  title: string
  visible: boolean
  onClose: () => void
  action?: string
  busy?: boolean
  disabled?: boolean
  onAction?: () => void
}>

export default function Sheet({
  title,
  visible,
  onClose,
  action,
  busy,
  disabled,
  onAction,
  children,
}: Props) {
  return (
    <Popup
      className={isAboveTabs() ? 'sheet-above-tabs' : undefined}
      visible={visible}
      position="bottom"
      round
      closeable
      title={title}
      onClose={onClose}
      destroyOnClose
    >
      <ScrollView className="sheet-content" scrollY>
        {children}
      </ScrollView>
      {action !== undefined && (
        <View className="sheet-action">
          <Button
            block
            size="large"
            type="primary"
            loading={busy}
            disabled={disabled || busy}
            onClick={onAction}
          >
            {action}
          </Button>
        </View>
      )}
    </Popup>
  )
}
