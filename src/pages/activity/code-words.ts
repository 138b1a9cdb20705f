/** What the code's screen says; the registry's own words are for those who scan. */
import { momentText, spanText } from '../../components/figures'
import type { FrameFailure } from '../../components/page-frame'
import type { Saved } from '../../phone'
import type { Code, CodeKind } from './use-code'

/** What staff are told of a code that did not come; a poster that the phone kept is as good as before. */
export function refusalText({ code, text }: FrameFailure, hasKeptPoster: boolean): string {
  if (hasKeptPoster) return '没有联上服务。显示的是这部手机里存着的码,没有停用过就仍可使用。'
  if (code === 'TOKEN_CLOSED') return '确认时间已过。可以改截止时间,或用“手工登记”补登。'
  return `${text} 也可以先“手工登记”。`
}

/** In place of the picture. */
export function absenceText(revoked: boolean, failure: FrameFailure | null): string {
  if (revoked) return '活动码已停用,扫旧码不能再确认'
  return failure ? `${failure.title},没有新的活动码。旧码已不能用,请不要再扫。` : '正在生成活动码…'
}

/** What those who hold the phone, or hang the poster, need to know. */
export function hintText(code: Code | null, kind: CodeKind, now: number): string {
  if (code && now < Date.parse(code.opensAt)) return `${momentText(code.opensAt)} 起可以扫码,现在扫还打不开`
  return kind === 'rotating' ? '请企业用微信扫码确认,活动码会自动更新' : '打印后张贴在现场,下次打开仍是这个码'
}

export type Shown = { title: string; place: string; organiser: string; startsAt: string; endsAt: string }

/** The lines below a code. A poster, or a screenshot of it, hangs alone: it says who, where, when and what to do. */
export function captionOf(
  { place, organiser, startsAt, endsAt }: Shown,
  code: Pick<Code, 'opensAt' | 'closesAt'> | null,
  kind: CodeKind,
): string[] {
  const window = code ? [`可扫码时间 ${spanText(code.opensAt, code.closesAt)}`] : []
  if (kind === 'rotating') return [place, ...window]
  return [
    `${organiser} · ${place}`,
    `活动时间 ${spanText(startsAt, endsAt)}`,
    ...window,
    '企业代表请用微信扫码,核对活动后点“确认参加”',
  ]
}

/** Empty when there is nothing to say. */
export function savedText(saved: Saved, inAlbum: boolean): string {
  switch (saved) {
    case 'saved':
      return `${inAlbum ? '已保存到相册' : '已下载'},图片里只有活动码。要连同上面的说明打印,请截屏。`
    case 'given-up':
      return ''
    case 'not-permitted':
      return '没有相册权限,图片没有保存。请点右上角“…”→“设置”,允许“添加到相册”,或截屏后打印。'
    case 'not-saved':
      return '图片没有保存成功,请截屏后打印。'
  }
}
