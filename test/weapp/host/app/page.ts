/** A page of the stack and its life. */
import type { WxmlFile } from '../view/wxml'
import { fieldsOf, type Fields } from '../values'
import { Instance } from './instance'
import type { AppWorld } from './world'

export type PageParts = { id: number; route: string; query: Fields; definition: Fields }

export class Page extends Instance {
  readonly id: number
  readonly route: string
  readonly query: Fields
  private shown = false
  private loaded = false

  constructor(
    world: AppWorld,
    parts: PageParts,
    usingComponents: ReadonlyMap<string, string>,
    wxml: WxmlFile,
  ) {
    const { data, ...methods } = parts.definition
    super(
      world,
      parts.route,
      usingComponents,
      wxml,
      fieldsOf(world.realm.into(JSON.parse(JSON.stringify(data ?? {})))),
    )
    this.id = parts.id
    this.route = parts.route
    this.query = parts.query
    Object.assign(this.self, methods, {
      route: parts.route,
      __route__: parts.route,
      options: world.realm.into(parts.query),
      getPageId: () => `pageId:${parts.id}`,
    })
  }

  get pageName(): string {
    return this.route
  }

  /** onLoad, onShow, the first tree, and onReady once it stands. */
  open(): void {
    if (this.loaded) return this.show()
    this.loaded = true
    this.world.measure.pageOpened(this.route)
    this.call('onLoad', this.world.realm.into(this.query))
    this.show()
    this.render()
    this.world.realm.timers.later(() => this.call('onReady'))
  }

  show(): void {
    if (this.shown) return
    this.shown = true
    this.call('onShow')
  }

  hide(): void {
    if (!this.shown) return
    this.shown = false
    this.call('onHide')
  }

  close(): void {
    this.shown = false
    this.call('onUnload')
    this.detachComponents()
    this.tree = null
  }
}
