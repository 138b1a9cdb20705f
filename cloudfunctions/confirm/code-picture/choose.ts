/** Which picture an environment gets. */
import { z } from 'zod'
import { previewPicture } from './preview'
import type { CodePicture } from './types'
import { wechatPicture, type AskForCode } from './wechat'

/** `PREVIEW_LINK_BASE`: address of the web preview. Only the local host sets it; the cloud has no such variable. */
const environment = z.object({ PREVIEW_LINK_BASE: z.url({ protocol: /^https?$/ }).optional() })

/** Throws ZodError when the variable is there and no address. */
export function codePicture(variables: Record<string, string | undefined>, ask: AskForCode): CodePicture {
  const { PREVIEW_LINK_BASE: base } = environment.parse(variables)
  return base === undefined ? wechatPicture(ask) : previewPicture(base)
}
