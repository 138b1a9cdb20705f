/** In WeChat: the cloud storage, by `downloadFile` of wx-server-sdk. */
import { z } from 'zod'
import { isNamedByItsPhoto } from '../records'
import { storeUnavailable, type PhotoStore } from './types'

/** Resolves to WeChat's answer or rejects with its error. */
export type Download = (request: { fileID: string }) => Promise<unknown>

const downloaded = z.object({ fileContent: z.instanceof(Uint8Array) })
const absent = z.object({ errCode: z.literal(-503003) })

export function wechatPhotos(download: Download): PhotoStore {
  return {
    async read(photo) {
      if (!isNamedByItsPhoto(photo)) return null
      const answer = await download({ fileID: photo.fileId }).catch((error: unknown) => error)
      const file = downloaded.safeParse(answer)
      if (file.success) return file.data.fileContent
      if (absent.safeParse(answer).success) return null
      throw storeUnavailable()
    },
  }
}
