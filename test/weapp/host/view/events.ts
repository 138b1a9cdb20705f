/** Sends an event through the tree as WeChat does: down to the element, then up to the root. */
import type { Fields } from '../values'
import type { ViewElement } from './node'

export type ViewEvent = {
  type: string
  detail?: unknown
  bubbles: boolean
  touches?: unknown[]
  changedTouches?: unknown[]
}

/** How many handlers were called. */
export function dispatch(target: ViewElement, event: ViewEvent): number {
  const timeStamp = Math.round(performance.now())
  const upwards = pathUp(target)
  const route = [
    ...[...upwards].reverse().map((element) => ({ element, capture: true })),
    ...(event.bubbles ? upwards : [target]).map((element) => ({ element, capture: false })),
  ]
  let called = 0
  for (const { element, capture } of route) {
    const bindings = element.bindings.filter((one) => one.event === event.type && one.capture === capture)
    for (const { method } of bindings) {
      if (method === '') continue
      element.owner.handle(method, eventFor(element, target, event, timeStamp))
      called++
    }
    if (bindings.some(({ stops }) => stops)) break
  }
  return called
}

function pathUp(target: ViewElement): ViewElement[] {
  const path: ViewElement[] = []
  for (let at: ViewElement | null = target; at; at = at.parent ?? at.host) path.push(at)
  return path
}

function eventFor(current: ViewElement, target: ViewElement, event: ViewEvent, timeStamp: number): Fields {
  const place = (element: ViewElement) => ({
    id: element.id,
    offsetLeft: 0,
    offsetTop: 0,
    dataset: element.dataset,
  })
  return {
    type: event.type,
    timeStamp,
    target: place(target),
    currentTarget: place(current),
    mark: {},
    mut: false,
    detail: event.detail ?? {},
    ...(event.touches
      ? { touches: event.touches, changedTouches: event.changedTouches ?? event.touches }
      : {}),
  }
}
