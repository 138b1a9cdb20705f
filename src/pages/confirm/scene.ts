/** The activity's code out of the page's parameters: WeChat gives `scene` URL-encoded, a link of the preview plain. */
import { tokenSchema } from '../../shared/contract'

/** Null when there is no code or it is none of ours. */
export function tokenOf(params: Partial<Record<string, string>>): string | null {
  const raw = params.scene ?? params.token ?? ''
  const token = tokenSchema.safeParse(decoded(raw).replace(/^token=/, ''))
  return token.success ? token.data : null
}

/** The activity's code in what the camera read; null when that leads to no confirmation. */
export function tokenScanned(text: string): string | null {
  const found = /pages\/confirm\/index\?(?:.*&)?(?:scene|token)=([^&#]*)/.exec(text)
  return found ? tokenOf({ token: found[1] }) : null
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
