/** What is asked before something is lost. */

export type Asked = {
  title: string
  /** What is lost, and what stays. */
  content: string
  /** The word on the button, at most four characters. */
  action: string
}

export const askToDropDraft: Asked = {
  title: '放弃没保存的修改?',
  content: '改了还没有保存的内容和新加的照片会删除,已保存的版本不受影响。',
  action: '放弃',
}
export const askToGiveUp: Asked = {
  title: '放弃这次修改?',
  content: '这次修改的内容和新加的照片会从手机里删除,记录保持服务器上的版本。要留底,请先点“复制为文字”。',
  action: '放弃',
}
