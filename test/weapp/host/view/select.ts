/** Selectors over the tree, by css-select; only those that WeChat knows too, so that tests run on both hosts. */
import { selectAll, type Options } from 'css-select'
import { parse } from 'css-what'
import { ViewElement, elementsBelow, type ViewNode } from './node'

type Adapter = NonNullable<Options<ViewNode, ViewElement>['adapter']>

const adapter: Adapter = {
  isTag: (node): node is ViewElement => node instanceof ViewElement,
  getChildren: (node) => (node instanceof ViewElement ? node.children : []),
  getParent: (node) => node.parent,
  getSiblings: (node) => node.parent?.children ?? [node],
  getName: (element) => element.tag,
  getText: () => '',
  getAttributeValue: (element, name) =>
    name === 'id' ? element.id : name === 'class' ? element.classes.join(' ') : undefined,
  hasAttrib: (element, name) => Object.hasOwn(element.attributes, name),
  removeSubsets: (nodes) => nodes,
}

/**
 * The elements below `root` that match, in the order of the document; the inside of custom components stays closed.
 * @throws Error for a selector that WeChat does not know: it knows .class, #id, tag, descendants, children, lists.
 */
export function select(root: ViewElement, selector: string): ViewElement[] {
  for (const token of parse(selector).flat()) {
    const known =
      token.type === 'tag' ||
      token.type === 'descendant' ||
      token.type === 'child' ||
      (token.type === 'attribute' && ['class', 'id'].includes(token.name) && /^[^[]*$/.test(selector))
    if (!known) throw new Error(`WeChat knows no such selector: ${selector}`)
  }
  const found = new Set<ViewNode>(
    selectAll<ViewNode, ViewElement>(selector, root, { adapter, xmlMode: true }),
  )
  return [...elementsBelow(root)].filter((element) => found.has(element))
}
