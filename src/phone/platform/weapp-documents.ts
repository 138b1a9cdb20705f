/** WeChat: files of the server are fetched under their Chinese names, which WeChat shows and sends on, and opened. */
import Taro from '@tarojs/taro'
import { NetworkFailure } from '../transport'
import type { MadeFile, Opened } from './types'

const folder = () => `${Taro.env.USER_DATA_PATH ?? ''}/documents`

export async function openFile({ fileName, url }: MadeFile): Promise<Opened> {
  const fileType = fileName.endsWith('.xlsx') ? 'xlsx' : fileName.endsWith('.docx') ? 'docx' : null
  if (fileType === null) {
    // WeChat opens no zip.
    await Taro.setClipboardData({ data: url })
    return 'link'
  }
  emptyFolder()
  const filePath = `${folder()}/${fileName}`
  const answer = await Taro.downloadFile({ url, filePath }).catch(() => null)
  if (answer?.statusCode !== 200) throw new NetworkFailure('offline')
  await Taro.openDocument({ filePath, fileType, showMenu: true })
  return 'opened'
}

/** The file before was looked at or sent on; the room for files is 200 MB in all. */
function emptyFolder(): void {
  const manager = Taro.getFileSystemManager()
  try {
    for (const name of manager.readdirSync(folder())) manager.unlinkSync(`${folder()}/${name}`)
  } catch {
    manager.mkdirSync(folder(), true)
  }
}
