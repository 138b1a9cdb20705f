/** The activity's code over the whole screen, bright, replaced before it expires, with the count of those who confirmed. */
import Taro from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, copyText } from '../../phone'
import brightScreen from '../../components/bright-screen'
import { pictured } from '../../components/described'
import Chips from '../../components/chips'
import { count } from '../../components/figures'
import { failureOf, type FrameFailure } from '../../components/page-frame'
import type { Output } from '../../shared/contract'
import { refreshAfter } from './code-life'

type Code = Output<'confirm', 'issueCode'>
type Kind = 'rotating' | 'poster'
const kinds = [
  { value: 'rotating', title: '现场出示' },
  { value: 'poster', title: '打印张贴' },
] as const
const COUNT_MS = 4_000
/** Names in sight of those who confirmed last. */
const LAST = 3

type Props = { activityId: string; title: string; onClose: () => void }

export default function CodeScreen({ activityId, title, onClose }: Props) {
  const [kind, setKind] = useState<Kind>('rotating')
  const [code, setCode] = useState<Code | null>(null)
  const [confirmed, setConfirmed] = useState<number | null>(null)
  const [names, setNames] = useState<string[]>([])
  const [revoked, setRevoked] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)

  /** Raised by whatever makes an answer on its way the answer to an older question. */
  const turn = useRef(0)
  /** The token in sight now, however long the person takes to choose. */
  const token = useRef<string | null>(null)
  token.current = code?.token ?? null

  const issue = useCallback(async () => {
    const mine = ++turn.current
    try {
      const next = await call('confirm', 'issueCode', { activityId, kind })
      if (mine !== turn.current) return
      setCode(next)
      setConfirmed(next.confirmed)
      setFailure(null)
      setRevoked(false)
    } catch (thrown) {
      if (mine === turn.current) setFailure(failureOf(thrown))
    }
  }, [activityId, kind])

  useEffect(() => {
    setCode(null)
    void issue()
    return () => void (turn.current += 1)
  }, [issue])

  useEffect(() => {
    if (revoked || kind !== 'rotating' || (!code && !failure) || failure?.again === false) return
    const wait = code && !failure ? refreshAfter(code.expiresAt, Date.now()) : 5_000
    const timer = setTimeout(() => void issue(), wait)
    return () => clearTimeout(timer)
  }, [code, failure, kind, issue, revoked])

  useEffect(() => {
    const timer = setInterval(() => {
      call('confirm', 'list', { activityId }).then(
        ({ participations }) => {
          setConfirmed(participations.length)
          setNames(participations.slice(-LAST).map(({ enterprise }) => enterprise.name))
        },
        () => undefined, // The next tick asks again; the code's own failure is shown above.
      )
    }, COUNT_MS)
    return () => clearInterval(timer)
  }, [activityId])

  useEffect(brightScreen, [])

  const revoke = async () => {
    const which = await askWhich(code !== null)
    const shown = token.current
    if (which === null || (which === 'shown' && shown === null)) return
    turn.current += 1
    try {
      await call('confirm', 'revokeCodes', { activityId, token: which === 'all' ? null : shown })
      // Asked for meanwhile by the clock: what was ended must not seem to go on.
      turn.current += 1
      setCode(null)
      setFailure(null)
      setRevoked(true)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }

  return (
    <View className="code-screen" catchMove>
      <View className="code-screen-title">{title}</View>
      <Chips label="活动码的用法" options={kinds} value={kind} onChange={setKind} />
      <View className="code-screen-picture">
        {code ? (
          <Image className="code-screen-image" src={code.image} mode="scaleToFill" {...pictured('活动码')} />
        ) : (
          <View className="code-screen-quiet">
            {revoked ? '活动码已停用,扫旧码不能再确认' : failure ? failure.title : '正在生成活动码…'}
          </View>
        )}
      </View>
      <View className="code-screen-count">{confirmed === null ? '—' : `已到 ${count(confirmed, '家')}`}</View>
      <View className="code-screen-names">
        {names.length > 0 && `刚刚:${[...names].reverse().join('、')}`}
      </View>
      <View className={failure ? 'code-screen-failure' : 'code-screen-quiet'}>
        {failure
          ? refusalText(failure)
          : kind === 'rotating'
            ? '请企业用微信扫码确认,活动码会自动更新'
            : '打印后张贴在现场,确认时间内一直有效'}
      </View>
      {revoked ? (
        <View className="code-screen-revoke" onClick={() => void issue()} aria-role="button">
          重新生成活动码
        </View>
      ) : (
        <View className="code-screen-revoke" onClick={() => void revoke()} aria-role="button">
          停用活动码
        </View>
      )}
      <View className="code-screen-actions">
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

/** Which codes to end; null when the person thinks better of it. */
async function askWhich(isShown: boolean): Promise<'shown' | 'all' | null> {
  const choices = [
    ...(isShown ? [{ title: '停用现在显示的这个码', which: 'shown' } as const] : []),
    { title: '停用这场活动已发出的全部码', which: 'all' } as const,
  ]
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: choices.map(({ title }) => title) })
    return choices[tapIndex]?.which ?? null
  } catch {
    return null
  }
}

/** What staff are told; the registry's own words are for those who scan. */
function refusalText({ code, text }: FrameFailure): string {
  if (code === 'TOKEN_CLOSED') return '确认时间已过,不能再出示活动码。请用“手工登记”补登。'
  if (code === 'TOKEN_NOT_YET_OPEN') return '离活动开始还早,活动前 30 分钟起可以出示活动码。'
  return `${text} 也可以先“手工登记”。`
}
