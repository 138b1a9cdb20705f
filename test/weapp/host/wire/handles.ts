/** The names under which elements travel over the wire; an element keeps its name while the page lives. */
import { Instance } from '../app/instance'
import type { Fields } from '../values'
import { elementsBelow, type ViewElement } from '../view/node'

export class Handles {
  private readonly ids = new WeakMap<Instance, Map<string, string>>()
  private readonly places = new Map<string, { instance: Instance; key: string }>()
  private next = 1

  /** What the client makes an Element of. */
  describe(element: ViewElement): Fields {
    const { owner, key } = element
    if (!(owner instanceof Instance)) throw new Error('an element of nobody')
    const known = this.ids.get(owner) ?? new Map<string, string>()
    this.ids.set(owner, known)
    const elementId = known.get(key) ?? `element-${this.next++}`
    known.set(key, elementId)
    this.places.set(elementId, { instance: owner, key })
    return { elementId, tagName: element.tag, ...(element.component ? { nodeId: elementId } : {}) }
  }

  /** @throws Error when the element is no longer on the page. */
  find(elementId: string): ViewElement {
    const place = this.places.get(elementId)
    const tree = place?.instance.tree
    if (place && tree) {
      for (const element of elementsBelow(tree)) if (element.key === place.key) return element
    }
    throw new Error('the element is no longer on the page')
  }
}
