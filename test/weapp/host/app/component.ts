/** A custom component: properties from the outside, its own data and tree, attached and detached. */
import { dispatch } from '../view/events'
import type { ViewElement } from '../view/node'
import type { WxmlFile } from '../view/wxml'
import { fieldsOf, isCallable, isObject, type Fields } from '../values'
import { Instance } from './instance'
import type { AppWorld } from './world'

/** Not known to this host: a component that needs one of these fails by name. */
const LACKING = ['behaviors', 'observers', 'relations', 'externalClasses']

export class Component extends Instance {
  private element: ViewElement | null = null
  private readonly given = new Map<string, unknown>()
  private readonly properties: string[]
  private readonly lifetimes: Fields
  private attached = false

  constructor(
    world: AppWorld,
    private readonly owner: Instance,
    path: string,
    definition: Fields,
    usingComponents: ReadonlyMap<string, string>,
    wxml: WxmlFile,
  ) {
    const properties = fieldsOf(definition.properties)
    super(world, path, usingComponents, wxml, initialData(world, definition, properties))
    for (const name of LACKING) {
      const value = definition[name]
      if (isObject(value) && Object.keys(value).length > 0)
        world.fault(new Error(`this host lacks Component's ${name}`))
    }
    this.properties = Object.keys(properties)
    this.lifetimes = { ...definition, ...fieldsOf(definition.lifetimes) }
    Object.assign(this.self, fieldsOf(definition.methods), {
      properties: this.data,
      triggerEvent: (type: unknown, detail: unknown) => {
        if (this.element) dispatch(this.element, { type: String(type), detail, bubbles: false })
      },
    })
  }

  get pageName(): string {
    return this.owner.pageName
  }

  /** The outer tree was built anew: take over what changed in the attributes. */
  receive(element: ViewElement): void {
    this.element = element
    const changed = this.properties.filter(
      (name) => Object.hasOwn(element.attributes, name) && element.attributes[name] !== this.given.get(name),
    )
    if (changed.length > 0) {
      const values = Object.fromEntries(changed.map((name) => [name, element.attributes[name]]))
      for (const name of changed) this.given.set(name, values[name])
      this.replaceData({ ...this.data, ...fieldsOf(this.world.realm.into(values)) })
    }
    if (!this.attached) {
      this.attached = true
      this.live('created')
      this.live('attached')
      this.render()
      this.world.realm.timers.later(() => this.live('ready'))
    } else if (changed.length > 0) {
      this.render()
    }
    if (this.tree) this.tree.host = element
  }

  override render(): void {
    super.render()
    if (this.tree) this.tree.host = this.element
  }

  detach(): void {
    this.detachComponents()
    this.live('detached')
    this.tree = null
  }

  private live(name: string): void {
    const method = this.lifetimes[name]
    if (isCallable(method)) this.guarded(() => method.call(this.self))
  }
}

function initialData(world: AppWorld, definition: Fields, properties: Fields): Fields {
  const defaults = Object.entries(properties).map(([name, property]) => [name, fieldsOf(property).value])
  const data = { ...Object.fromEntries(defaults), ...fieldsOf(definition.data) }
  return fieldsOf(world.realm.into(JSON.parse(JSON.stringify(data))))
}
