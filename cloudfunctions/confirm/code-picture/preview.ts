/** For the local preview: a QR code that any phone's camera reads, of a link to the confirmation screen. */
import { renderSVG } from 'uqr'
import { CONFIRM_PAGE, type CodePicture } from './types'

/** `base` is the address of the web preview, whose routes stand behind `#`. */
export function previewPicture(base: string): CodePicture {
  return async (token) => {
    const link = new URL(base)
    link.hash = `/${CONFIRM_PAGE}?scene=${encodeURIComponent(token)}`
    const svg = renderSVG(link.href, { ecc: 'M', border: 2 })
    return { image: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, link: link.href }
  }
}
