/** What pages and custom components have in common: data, setData, a tree, components inside, methods for events. */
import type { Owner, ViewElement } from '../view/node'
import type { WxmlFile } from '../view/wxml'
import { callIfThere, isCallable, isObject, type Callable, type Fields } from '../values'
import { withValue } from './set-data'
import type { Component } from './component'
import type { AppWorld } from './world'

/** WeChat refuses more in one call. */
const SET_DATA_LIMIT = 1024 * 1024

export abstract class Instance implements Owner {
  /** `this` of the app's methods. */
  readonly self: object
  tree: ViewElement | null = null
  /** What people typed or switched, by the element's key; see wire/controls. */
  readonly controls = new Map<string, { given: unknown; value: unknown }>()
  private components = new Map<string, Component>()
  private previous = new Map<string, Component>()
  private current: Fields

  constructor(
    protected readonly world: AppWorld,
    readonly path: string,
    readonly usingComponents: ReadonlyMap<string, string>,
    private readonly wxml: WxmlFile,
    data: Fields,
  ) {
    this.current = data
    this.self = world.realm.object({
      data,
      is: path,
      setData: (changes: unknown, done: unknown) => this.setData(changes, done),
      createSelectorQuery: () => world.selectorQuery(this),
    })
  }

  /** For the table of what was sent to the screen. */
  abstract get pageName(): string

  get data(): Fields {
    return this.current
  }

  setData(given: unknown, done?: unknown): void {
    if (!isObject(given)) throw this.world.realm.error('setData needs an object')
    const text = JSON.stringify(given)
    const bytes = Buffer.byteLength(text)
    if (bytes > SET_DATA_LIMIT) throw this.world.realm.error(`setData of ${bytes} bytes is over 1 MB`)
    this.world.measure.record({ page: this.pageName, within: this.path, bytes })
    let data: unknown = this.current
    const changes: unknown = this.world.realm.into(JSON.parse(text))
    for (const [path, value] of Object.entries(isObject(changes) ? changes : {}))
      data = withValue(data, path, value)
    this.replaceData(isObject(data) ? { ...data } : {})
    this.render()
    if (isCallable(done)) this.world.realm.timers.later(() => done.call(this.self))
  }

  protected replaceData(data: Fields): void {
    this.current = data
    Reflect.set(this.self, 'data', this.world.realm.object(data))
  }

  /** Builds the tree anew; components that are no longer in it end. */
  render(): void {
    this.previous = this.components
    this.components = new Map()
    this.tree = this.wxml.render(this, this.current)
    for (const [key, component] of this.previous) if (!this.components.has(key)) component.detach()
    this.previous.clear()
  }

  place(element: ViewElement, definition: string): void {
    const known = this.previous.get(element.key)
    const component = known ?? this.world.createComponent(this, definition)
    this.components.set(element.key, component)
    element.component = component
    component.receive(element)
  }

  handle(method: string, event: Fields): unknown {
    const handler: unknown = Reflect.get(this.self, method)
    if (!isCallable(handler)) {
      this.world.fault(
        new Error(
          `"${this.path}" does not have a method "${method}" to handle event "${String(event.type)}"`,
        ),
      )
      return undefined
    }
    return this.guarded(() => handler.call(this.self, this.world.realm.into(event)))
  }

  complain(what: string): void {
    this.world.fault(new Error(what))
  }

  /** Calls one of the app's life-cycle methods; what it throws is the app's fault, and the host goes on. */
  call(name: string, ...given: unknown[]): unknown {
    return this.guarded(() => callIfThere(this.self, name, ...given))
  }

  detachComponents(): void {
    for (const component of this.components.values()) component.detach()
    this.components.clear()
  }

  protected guarded(run: Callable): unknown {
    try {
      return run()
    } catch (error) {
      this.world.fault(error)
      return undefined
    }
  }
}
