/** In WeChat: the cloud storage, by `uploadFile`, `getTempFileURL` and `downloadFile` of wx-server-sdk. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../../../src/shared/contract'
import { wechatPhotos } from '../../backend/photo-evidence'
import type { FileStore } from './types'

/** Each resolves to WeChat's answer or rejects with its error. */
export type Storage = {
  upload(request: { cloudPath: string; fileContent: Buffer }): Promise<unknown>
  address(request: { fileList: { fileID: string; maxAge: number }[] }): Promise<unknown>
  download(request: { fileID: string }): Promise<unknown>
}

/** Seconds: long enough to fetch a pack over a slow line, and to send the link on to one's computer. */
const LIFE = 2 * 60 * 60

const uploaded = z.object({ fileID: z.string().startsWith('cloud://'), statusCode: z.number().optional() })
const addressed = z.object({
  fileList: z.tuple([
    z.object({
      status: z.literal(0),
      tempFileURL: z.string().startsWith('https://'),
      maxAge: z.number().positive().optional(),
    }),
  ]),
})
const unavailable = () =>
  new Refusal('UNAVAILABLE', { message: '文件暂时存取不了,没有改动任何数据。请稍后再试。' })

export function wechatStore(storage: Storage): FileStore {
  return {
    async keep({ fileName, content }, now) {
      // The name at the end of the path is what a computer calls the file that it fetches.
      const cloudPath = `reports/${randomUUID()}/${fileName}`
      const fileContent = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
      const stored = uploaded.safeParse(await storage.upload({ cloudPath, fileContent }).catch(() => null))
      if (!stored.success) throw unavailable()
      const fileList = [{ fileID: stored.data.fileID, maxAge: LIFE }]
      const answer = addressed.safeParse(await storage.address({ fileList }).catch(() => null))
      if (!answer.success) throw unavailable()
      const [file] = answer.data.fileList
      const life = Math.min(LIFE, file.maxAge ?? LIFE)
      return { url: file.tempFileURL, expiresAt: new Date(now.getTime() + life * 1000).toISOString() }
    },
    read: wechatPhotos((request) => storage.download(request)).read,
  }
}
