/** WeChat: a picture of ours into the person's album, by way of a file. */
import Taro from '@tarojs/taro'
import type { MadePicture, Saved } from './types'

export async function savePicture({ dataUri }: MadePicture): Promise<Saved> {
  const [, type, base64] = /^data:image\/(\w+)[^,]*;base64,(.+)$/.exec(dataUri) ?? []
  if (type === undefined || base64 === undefined) return 'not-saved'
  // The album gives it a name of its own.
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/picture.${type}`
  const manager = Taro.getFileSystemManager()
  try {
    manager.writeFileSync(filePath, base64, 'base64')
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (thrown) {
    const words = wordsOf(thrown)
    if (/cancel/.test(words)) return 'given-up'
    return /auth|privacy|scope/.test(words) ? 'not-permitted' : 'not-saved'
  } finally {
    try {
      manager.unlinkSync(filePath)
    } catch {
      // It was not written.
    }
  }
}

/** WeChat's own words for what went wrong, such as `saveImageToPhotosAlbum:fail auth deny`. */
function wordsOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return ''
  const words: unknown = Reflect.get(thrown, 'errMsg')
  return typeof words === 'string' ? words.replace(/^\w+:/, '') : ''
}
