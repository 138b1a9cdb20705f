/** A sheet that comes up from the bottom: a title, content, and one action in the thumb's reach. */
import { ScrollView, View } from '@tarojs/components'
import { Button, Popup } from '@nutui/nutui-react-taro'
import { useState, type PropsWithChildren } from 'react'
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
  // The content goes when the sheet has gone down, and not when it was opened again on the way:
  // the popup's own `destroyOnClose` takes it from the reopened sheet.
  const [filled, setFilled] = useState(visible)
  if (visible && !filled) setFilled(true)
  return (
    <Popup
      className={isAboveTabs() ? 'sheet-above-tabs' : undefined}
      visible={visible}
      position="bottom"
      round
      closeable
      title={filled ? title : undefined}
      onClose={onClose}
      afterClose={() => setFilled(false)}
    >
      {filled && (
        <ScrollView className="sheet-content" scrollY>
          {children}
        </ScrollView>
      )}
      {filled && action !== undefined && (
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
