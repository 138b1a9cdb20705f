/** In WeChat: temporary addresses by `getTempFileURL` of the cloud storage. */
import { z } from 'zod'
import { Refusal } from '../../../src/shared/contract'
import { isNamedByItsPhoto } from '../../backend'
import type { LinkPhotos } from './types'

export type TemporaryAddressRequest = { fileList: { fileID: string; maxAge: number }[] }
/** Sends the request to WeChat; resolves to its answer, rejects with its error. */
export type AskForAddresses = (request: TemporaryAddressRequest) => Promise<unknown>

/** Seconds: long enough to look at a record, short enough that a copied address is soon worth nothing. */
const LIFE = 600
/** What WeChat takes in one request. */
export const MOST = 50

const answerSchema = z.object({
  fileList: z.array(
    z.object({
      fileID: z.string(),
      status: z.number(),
      tempFileURL: z.string().optional(),
      maxAge: z.number().positive().optional(),
    }),
  ),
})

/** Refuses with UNAVAILABLE when WeChat does not answer; a file that it does not have is left out. */
export function wechatLinks(ask: AskForAddresses): LinkPhotos {
  return async (photos, now) => {
    const ours = photos.filter(isNamedByItsPhoto)
    const links = []
    for (let from = 0; from < ours.length; from += MOST) {
      const some = ours.slice(from, from + MOST)
      const fileList = some.map(({ fileId }) => ({ fileID: fileId, maxAge: LIFE }))
      const answer = answerSchema.safeParse(await ask({ fileList }).catch(() => null))
      if (!answer.success) throw new Refusal('UNAVAILABLE', { message: '照片暂时看不到,请稍后再试。' })
      for (const { photoId, fileId } of some) {
        const found = answer.data.fileList.find((file) => file.fileID === fileId && file.status === 0)
        if (!found?.tempFileURL?.startsWith('https://')) continue
        const life = Math.min(LIFE, found.maxAge ?? LIFE)
        const expiresAt = new Date(now.getTime() + life * 1000).toISOString()
        links.push({ photoId, url: found.tempFileURL, expiresAt })
      }
    }
    return links
  }
}
