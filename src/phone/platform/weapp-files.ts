/** WeChat: pictures are copied to the user's files at once, since temporary ones die with the run. */
import Taro from '@tarojs/taro'
import { z } from 'zod'
import { NetworkFailure } from '../transport'
import { PHOTO_QUALITY, shrinkOf, type Files, type PhotoSource } from './types'
import { fromCloud } from './weapp-failures'

const folder = () => `${Taro.env.USER_DATA_PATH ?? ''}/photos`
const pathOf = (name: string) => `${folder()}/${name}.jpg`

/** WeChat calls it a success, and gives an id, whatever the store behind it has answered; some versions leave that out. */
const uploadAnswer = z.object({
  fileID: z.string().min(1),
  statusCode: z.number().min(200).max(299).optional(),
})

export const weappFiles: Files = {
  async choose(source, most, begun) {
    const pictures: Uint8Array[] = []
    const paths = await choose(source, most)
    if (paths === null) return { pictures, unreadable: 0, isRefused: true }
    begun(paths.length)
    for (const path of paths) {
      const bytes = await scaled(path).then(readFile, () => null)
      if (bytes) pictures.push(bytes)
    }
    return { pictures, unreadable: paths.length - pictures.length }
  },
  async save(name, bytes) {
    const manager = Taro.getFileSystemManager()
    try {
      manager.accessSync(folder())
    } catch {
      manager.mkdirSync(folder(), true)
    }
    // A copy: the bytes may be a part of a larger buffer.
    manager.writeFileSync(pathOf(name), bytes.slice().buffer)
  },
  read: (name) => readFile(pathOf(name)),
  async remove(name) {
    try {
      Taro.getFileSystemManager().unlinkSync(pathOf(name))
    } catch {
      // Gone already.
    }
  },
  async names() {
    try {
      return Taro.getFileSystemManager()
        .readdirSync(folder())
        .map((file) => file.replace(/\.jpg$/, ''))
    } catch {
      return []
    }
  },
  async address(name) {
    try {
      Taro.getFileSystemManager().accessSync(pathOf(name))
      return pathOf(name)
    } catch {
      return null
    }
  },
  async upload(name) {
    const answer: unknown = await fromCloud(
      Taro.cloud.uploadFile({ cloudPath: `photos/${name}.jpg`, filePath: pathOf(name) }),
    )
    const stored = uploadAnswer.safeParse(answer)
    if (!stored.success) throw new NetworkFailure('not-stored')
    return stored.data.fileID
  },
}

/** Null when the app may not use the camera or the album. */
async function choose(source: PhotoSource, most: number): Promise<string[] | null> {
  try {
    const chosen = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: [source],
    })
    return chosen.tempFiles.map((file) => file.tempFilePath)
  } catch (thrown) {
    return isRefusal(thrown) ? null : []
  }
}

async function scaled(path: string): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  try {
    // One side alone: of a picture that its EXIF turns, nobody knows which of the two is meant, and it keeps its shape.
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: PHOTO_QUALITY * 100,
      compressedWidth: Math.round(width * shrinkOf(width, height)),
    })
    return tempFilePath
  } catch {
    // As it is, then: whether it fits is looked at like for every other one.
    return path
  }
}

const thrownWords = z.object({ errMsg: z.string() })

/** `chooseMedia:fail auth deny`, `fail system permission denied`, `fail privacy permission is not authorized`. */
function isRefusal(thrown: unknown): boolean {
  const { data } = thrownWords.safeParse(thrown)
  return (
    data !== undefined && !/cancel/.test(data.errMsg) && /auth|permission|privacy|denied/i.test(data.errMsg)
  )
}

async function readFile(path: string): Promise<Uint8Array | null> {
  try {
    const content = Taro.getFileSystemManager().readFileSync(path)
    return content instanceof ArrayBuffer ? new Uint8Array(content) : null
  } catch {
    return null
  }
}
