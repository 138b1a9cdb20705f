/** What the form says of a draft that it goes on with, and how that is thrown away. */
import { askToDropDraft, type Asked } from '../../components/words'

export type LeftOver = {
  text: string
  action: string
  ask: Asked
  /** Nothing is left to show afterwards. */
  isGone: boolean
}

/** `isAsked`: opened as this record, and not as the next new one. `isSaved`: there is a version besides the draft. */
export function leftOverOf(isAsked: boolean, isSaved: boolean): LeftOver {
  if (isSaved) {
    return {
      text: '接着上次没保存的修改',
      action: '放弃修改',
      ask: askToDropDraft,
      isGone: false,
    }
  }
  const content = '已填的内容和照片会删除。'
  return {
    text: '接着上次没写完的草稿',
    action: isAsked ? '删除草稿' : '清空重写',
    ask: isAsked
      ? { title: '删除这份草稿?', content, action: '删除' }
      : { title: '清空这份草稿?', content, action: '清空' },
    isGone: isAsked,
  }
}
