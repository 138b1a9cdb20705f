/** Which store of photos an environment has. */
import { z } from 'zod'
import { previewPhotos } from './preview'
import type { PhotoStore } from './types'
import { wechatPhotos, type Download } from './wechat'

/** `PREVIEW_FILES`: the folder of the local host's files. Only the local host sets it; the cloud has no such variable. */
const environment = z.object({ PREVIEW_FILES: z.string().min(1).optional() })

export function photoStore(variables: Record<string, string | undefined>, download: Download): PhotoStore {
  const { PREVIEW_FILES: folder } = environment.parse(variables)
  return folder === undefined ? wechatPhotos(download) : previewPhotos(folder)
}
