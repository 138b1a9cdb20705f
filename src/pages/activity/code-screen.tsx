/** The activity's code over the whole screen, bright: to be shown, with who confirmed, or as a poster to be printed. */
import Taro from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useEffect, useState } from 'react'
import { copyText, now, savePicture } from '../../phone'
import brightScreen from '../../components/bright-screen'
import Chips from '../../components/chips'
import { pictured } from '../../components/described'
import { count } from '../../components/figures'
import { closingHours, type ClosingHours } from '../../shared/contract'
import { absenceText, captionOf, refusalText, savedText, hintText, type Shown } from './code-words'
import { useArrivals } from './use-arrivals'
import { useCode, type CodeKind } from './use-code'

const kinds = [
  { value: 'rotating', title: '现场出示' },
  { value: 'poster', title: '打印张贴' },
] as const
const inAlbum = process.env.TARO_ENV === 'weapp'

type Props = { activityId: string; activity: Shown; onClose: () => void }

export default function CodeScreen({ activityId, activity, onClose }: Props) {
  const { title } = activity
  const [kind, setKind] = useState<CodeKind>('rotating')
  const [closesAfter, setClosesAfter] = useState<ClosingHours | null>(null)
  const [said, setSaid] = useState('')
  const { code, failure, revoked, issue, revoke } = useCode(activityId, kind, closesAfter)
  const arrivals = useArrivals(activityId)
  const confirmed = arrivals?.count ?? code?.confirmed ?? null
  useEffect(brightScreen, [])

  const change = (next: CodeKind) => {
    setKind(next)
    setClosesAfter(null)
    setSaid('')
  }
  const save = async (dataUri: string) => {
    setSaid(savedText(await savePicture({ name: `活动码-${title}`, dataUri }), inAlbum))
  }
  const chooseEnd = async () => {
    const chosen = await askOne(
      closingHours.map((hours) => ({ title: `结束后 ${hours} 小时`, value: hours })),
    )
    if (chosen !== null) setClosesAfter(chosen)
  }
  const chooseRevoked = async () => {
    const which = await askOne([
      ...(code ? [{ title: '停用现在显示的这个码', value: 'shown' } as const] : []),
      { title: '停用这场活动已发出的全部码', value: 'all' } as const,
    ])
    if (which !== null) await revoke(which)
  }

  return (
    <View className="code-screen" catchMove>
      <View className="code-screen-title">{title}</View>
      <Chips label="活动码的用法" options={kinds} value={kind} onChange={change} />
      <View className="code-screen-picture">
        {code ? (
          <Image className="code-screen-image" src={code.image} mode="scaleToFill" {...pictured('活动码')} />
        ) : (
          <View className="code-screen-quiet">{absenceText(revoked, failure)}</View>
        )}
      </View>
      <View className="code-screen-names">
        {captionOf(activity, code, kind).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
      {kind === 'rotating' && (
        <View>
          <View className="code-screen-count">
            {confirmed === null ? '—' : `已到 ${count(confirmed, '家')}`}
          </View>
          <View className="code-screen-names">
            {arrivals !== null && arrivals.names.length > 0 && `刚刚:${arrivals.names.join('、')}`}
          </View>
        </View>
      )}
      <View className={failure ? 'code-screen-failure' : 'code-screen-quiet'}>
        {failure
          ? refusalText(failure, code !== null && kind === 'poster')
          : said !== ''
            ? said
            : hintText(code, kind, now().getTime())}
      </View>
      <View className="code-screen-links">
        <View className="code-screen-link" onClick={() => void chooseEnd()} aria-role="button">
          改截止时间
        </View>
        {revoked || failure ? (
          <View className="code-screen-link" onClick={() => void issue()} aria-role="button">
            重新生成活动码
          </View>
        ) : (
          <View className="code-screen-revoke" onClick={() => void chooseRevoked()} aria-role="button">
            停用活动码
          </View>
        )}
      </View>
      <View className="code-screen-actions">
        {code && kind === 'poster' && (
          <Button size="large" onClick={() => void save(code.image)}>
            {inAlbum ? '保存到相册' : '下载图片'}
          </Button>
        )}
        {code?.link != null && (
          <Button size="large" onClick={() => void copyText(code.link ?? '')}>
            复制链接
          </Button>
        )}
        <Button size="large" type="primary" onClick={onClose}>
          完成
        </Button>
      </View>
    </View>
  )
}

/** One of a few; null when the person thinks better of it. */
async function askOne<Value>(choices: readonly { title: string; value: Value }[]): Promise<Value | null> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: choices.map(({ title }) => title) })
    return choices[tapIndex]?.value ?? null
  } catch {
    return null
  }
}
