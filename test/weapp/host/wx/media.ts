/** Camera, album, scaling of pictures, scanning of codes. */
import type { RunningApp } from '../app/app'
import type { Fields } from '../values'
import { answeringAll, Refused } from './call'

/** A grey point as JPEG: enough for what looks at the first bytes. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5' +
    'PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
)
const CAMERA = { width: 4032, height: 3024 }

export function mediaMethods(app: RunningApp): Fields {
  const { files } = app.phone
  return answeringAll(app, {
    chooseMedia: (options) => {
      const count = Math.min(Number(options.count ?? 9), 1)
      const tempFiles = Array.from({ length: count }, () => ({
        tempFilePath: files.addTemporary({ bytes: new Uint8Array(JPEG), ...CAMERA }),
        size: JPEG.length,
        fileType: 'image',
      }))
      return { tempFiles, type: 'image' }
    },
    getImageInfo: (options) => ({
      ...files.pictureSize(String(options.src)),
      path: String(options.src),
      type: 'jpeg',
      orientation: 'up',
    }),
    compressImage: (options) => {
      const before = files.pictureSize(String(options.src))
      const wanted = { width: Number(options.compressedWidth), height: Number(options.compressedHeight) }
      const size = wanted.width > 0 && wanted.height > 0 ? wanted : before
      return { tempFilePath: files.addTemporary({ bytes: files.read(String(options.src)), ...size }) }
    },
    previewImage: () => undefined,
    /** The person allows the album; tests refuse with mockWxMethod. */
    saveImageToPhotosAlbum: (options) => void files.read(String(options.filePath)),
    /** Tests say what lies under the camera with mockWxMethod. */
    scanCode: () => {
      throw new Refused('cancel')
    },
  })
}
