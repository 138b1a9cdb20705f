/** What a person reads in an element, and the element written down as WXML. */
import { textOf } from './attribute'
import type { ViewElement } from './node'
import { ViewText, type ViewNode } from './node'

/** These stand in a line with their neighbours; everything else begins a new line. */
const INLINE = new Set([
  'text',
  'span',
  'image',
  'icon',
  'button',
  'input',
  'switch',
  'radio',
  'checkbox',
  'label',
])

/** The text inside, with the insides of custom components; lines as a browser's innerText has them. */
export function innerText(element: ViewElement): string {
  let text = ''
  const line = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const read = (node: ViewNode) => {
    if (node instanceof ViewText) {
      text += node.text
      return
    }
    const block = !INLINE.has(node.tag) && !(node.shadow && node.tag === 'comp')
    if (block) line()
    ;(node.shadow ?? node).children.forEach(read)
    if (block) line()
  }
  ;(element.shadow ?? element).children.forEach(read)
  return text.trim()
}

export function outerWxml(node: ViewNode): string {
  if (node instanceof ViewText) return escaped(node.text)
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(textOf(value))}"`)
  return `<${node.tag}${attributes.join('')}>${innerWxml(node)}</${node.tag}>`
}

export function innerWxml(element: ViewElement): string {
  return (element.shadow ?? element).children.map(outerWxml).join('')
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** True when an inline style of the element or of one around it hides it. */
export function isHidden(element: ViewElement): boolean {
  for (let at: ViewElement | null = element; at; at = at.parent ?? at.host) {
    if (/(^|;)\s*display\s*:\s*none/.test(textOf(at.attributes.style)) || at.attributes.hidden === true)
      return true
  }
  return false
}
