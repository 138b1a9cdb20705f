/** Which addresses an environment gives. */
import { z } from 'zod'
import { previewLinks } from './preview'
import type { LinkPhotos } from './types'
import { wechatLinks, type AskForAddresses } from './wechat'

/** `PREVIEW_LINK_BASE`: address of the web preview. Only the local host sets it; the cloud has no such variable. */
const environment = z.object({ PREVIEW_LINK_BASE: z.url({ protocol: /^https?$/ }).optional() })

/** Throws ZodError when the variable is there and no address. */
export function linkPhotos(variables: Record<string, string | undefined>, ask: AskForAddresses): LinkPhotos {
  return environment.parse(variables).PREVIEW_LINK_BASE === undefined ? wechatLinks(ask) : previewLinks
}
