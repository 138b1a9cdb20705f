/** Pressed and not answered yet, or refused when it was sent later. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useEffect, useState } from 'react'
import { confirmations, type KeptConfirmation } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import { recentText } from '../../components/figures'
import PageFrame from '../../components/page-frame'
import SectionCard from '../../components/section-card'

const AGAIN_MS = 10_000

export default function Kept({ kept }: { kept: KeptConfirmation }) {
  const [busy, setBusy] = useState(false)
  const refused = kept.refusedBecause !== null

  // While the person looks at it, it tries by itself.
  useEffect(() => {
    if (refused) return
    const timer = setInterval(() => void confirmations.send(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [refused])

  const send = async () => {
    if (refused) return confirmations.remove(kept.token)
    setBusy(true)
    await confirmations.send()
    setBusy(false)
  }

  return (
    <PageFrame
      bar={
        <BottomBar below={refused ? undefined : '可以放心离开,按下的时间不会丢失'}>
          <Button
            block
            size="large"
            type="primary"
            loading={busy}
            disabled={busy}
            onClick={() => void send()}
          >
            {refused ? '知道了' : '现在再试一次'}
          </Button>
        </BottomBar>
      }
    >
      <SectionCard>
        <View className="confirm-title">{refused ? '没有确认成功' : '已记下,等待联网'}</View>
        {kept.title !== null && <View>{kept.title}</View>}
        {kept.enterprise !== null && <View>{kept.enterprise.name}</View>}
        <View className="confirm-quiet">
          {refused
            ? kept.refusedBecause
            : `您在 ${recentText(kept.pressedAt)} 按下了确认,还没有送到。联网后打开小程序会自动确认。`}
        </View>
      </SectionCard>
    </PageFrame>
  )
}
