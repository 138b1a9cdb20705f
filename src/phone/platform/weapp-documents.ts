/** WeChat: files of the server are fetched under their Chinese names, which WeChat shows and sends on, and opened. */
import Taro from '@tarojs/taro'
import { NetworkFailure } from '../transport'
import type { MadeFile, Opened } from './types'
import { fromCloud } from './weapp-failures'

const folder = () => `${Taro.env.USER_DATA_PATH ?? ''}/documents`

export async function openFile({ fileName, url }: MadeFile): Promise<Opened> {
  const fileType = fileName.endsWith('.xlsx') ? 'xlsx' : fileName.endsWith('.docx') ? 'docx' : null
  if (fileType === null) {
    // WeChat opens no zip.
    return Taro.setClipboardData({ data: url }).then(
      () => 'link',
      () => 'not-copied',
    )
  }
  emptyFolder()
  const filePath = `${folder()}/${fileName}`
  const { statusCode } = await fromCloud(Taro.downloadFile({ url, filePath }))
  if (statusCode !== 200) throw new NetworkFailure('busy')
  return Taro.openDocument({ filePath, fileType, showMenu: true }).then(
    () => 'opened',
    () => 'not-opened',
  )
}

/** The file before was looked at or sent on; the room for files is 200 MB in all. */
function emptyFolder(): void {
  const manager = Taro.getFileSystemManager()
  let names: string[]
  try {
    names = manager.readdirSync(folder())
  } catch {
    manager.mkdirSync(folder(), true)
    return
  }
  for (const name of names) {
    try {
      manager.unlinkSync(`${folder()}/${name}`)
    } catch {
      // Still open in the viewer; the next time takes it.
    }
  }
}
