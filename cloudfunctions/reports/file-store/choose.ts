/** Which store an environment has. */
import { z } from 'zod'
import { previewStore } from './preview'
import type { FileStore } from './types'
import { wechatStore, type Storage } from './wechat'

/** `PREVIEW_FILES`: the folder of the local host's files. Only the local host sets it; the cloud has no such variable. */
const environment = z.object({ PREVIEW_FILES: z.string().min(1).optional() })

export function fileStore(variables: Record<string, string | undefined>, storage: Storage): FileStore {
  const { PREVIEW_FILES: folder } = environment.parse(variables)
  return folder === undefined ? wechatStore(storage) : previewStore(folder)
}
