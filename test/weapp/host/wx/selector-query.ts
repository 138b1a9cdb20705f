/** wx.createSelectorQuery. This host lays nothing out: places and sizes are those of an empty box as wide as the screen. */
import type { RunningApp } from '../app/app'
import type { Instance } from '../app/instance'
import { fieldsOf, isCallable, type Callable, type Fields } from '../values'
import type { ViewElement } from '../view/node'
import { select } from '../view/select'

const BOX = { left: 0, right: 390, top: 0, bottom: 0, width: 390, height: 0 }

export function makeSelectorQuery(app: RunningApp, within: Instance | null): object {
  const asked: { find: () => unknown; listener: unknown }[] = []
  const describe = (element: ViewElement, fields: Fields) => ({
    ...BOX,
    id: element.id,
    dataset: element.dataset,
    ...fields,
  })
  const found = (selector: string): ViewElement[] => {
    const tree = (within ?? app.stack.top)?.tree
    return tree ? select(tree, selector) : []
  }
  const query: object = app.realm.object({
    in: () => query,
    select: (selector: unknown) => node(() => found(String(selector)).slice(0, 1), true),
    selectAll: (selector: unknown) => node(() => found(String(selector)), false),
    selectViewport: () => node(() => [], true, { scrollTop: 0, scrollLeft: 0, width: 390, height: 753 }),
    exec: (done: unknown) => {
      app.realm.timers.later(() => {
        const results = asked.map(({ find }) => app.realm.into(find()))
        asked.forEach(({ listener }, index) => isCallable(listener) && listener(results[index]))
        if (isCallable(done)) done(app.realm.into(results))
      })
      return query
    },
  })
  const node = (elements: () => ViewElement[], one: boolean, fixed?: Fields) => {
    const ask = (fields: Fields) => (listener: unknown) => {
      const find = () => {
        if (fixed) return { ...BOX, ...fixed, ...fields }
        const all = elements().map((element) => describe(element, fields))
        return one ? (all[0] ?? null) : all
      }
      asked.push({ find, listener })
      return query
    }
    const fieldsAsked: Callable = (wanted, listener) =>
      ask({ ...fieldsOf(wanted), scrollTop: 0, scrollLeft: 0 })(listener)
    return app.realm.object({
      boundingClientRect: ask({}),
      scrollOffset: ask({ scrollTop: 0, scrollLeft: 0 }),
      fields: fieldsAsked,
    })
  }
  return query
}
