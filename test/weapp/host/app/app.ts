/** One run of the mini-program, from its launch to its end. Kill it and start another: only the phone remembers. */
import type { Phone } from '../phone'
import { fieldsOf, isCallable, isObject, messageOf, type Fields } from '../values'
import { makeWx } from '../wx'
import { makeSelectorQuery } from '../wx/selector-query'
import { Component } from './component'
import type { AppFiles } from './files'
import type { Instance } from './instance'
import { Listeners } from './listeners'
import { Page } from './page'
import { Realm } from './realm'
import { Scripts } from './scripts'
import { PageStack, type Target } from './stack'
import type { AppWorld } from './world'

const DIRECT_OPENING = 1001

export class RunningApp implements AppWorld {
  readonly realm = new Realm((error) => this.fault(error))
  readonly listeners = new Listeners((error) => this.fault(error))
  readonly stack: PageStack
  readonly wx: object
  ended = false
  /** Rejects when the process dies, so that nobody outside waits for what it will never say. */
  readonly death: Promise<never>
  private readonly die: (reason: Error) => void
  launchOptions: Fields = {}
  private readonly scripts: Scripts
  private readonly definitions = new Map<string, Fields>()
  private readonly loaded = new Set<string>()
  /** What the script being loaded registers itself as. */
  private loading = ''
  private app: object | null = null
  private shown = false
  private nextPage = 1

  constructor(
    readonly phone: Phone,
    readonly files: AppFiles,
  ) {
    let die: (reason: Error) => void = () => {}
    this.death = new Promise<never>((_, reject) => (die = reject))
    this.death.catch(() => {})
    this.die = die
    this.stack = new PageStack(files, (target) => this.createPage(target))
    this.scripts = new Scripts(files.folder, this.realm)
    this.wx = makeWx(this)
    const register = (definition: unknown) => void this.definitions.set(this.loading, fieldsOf(definition))
    this.realm.define({
      wx: this.wx,
      console: phone.console(),
      App: (definition: unknown) => (this.app = isObject(definition) ? definition : this.realm.object()),
      Page: register,
      Component: register,
      Behavior: () => this.fault(new Error('this host lacks Behavior')),
      getApp: () => this.app,
      getCurrentPages: () => this.openPages(),
    })
  }

  get measure() {
    return this.phone.measure
  }

  /** Loads the app and opens its first page, or the one at `url`. */
  launch(url = `/${this.files.firstPage}`): void {
    const { route, query } = this.stack.target(url)
    this.launchOptions = {
      path: route,
      query,
      scene: DIRECT_OPENING,
      referrerInfo: {},
      mode: 'default',
      apiCategory: 'default',
    }
    this.guarded(() => this.scripts.load('app'))
    this.callApp('onLaunch')
    this.show()
    this.stack.reLaunch(url)
  }

  /** The app comes to the front. */
  show(): void {
    if (this.shown) return
    this.shown = true
    this.callApp('onShow')
    this.listeners.tell('AppShow', this.realm.into(this.launchOptions))
    this.stack.top?.show()
  }

  /** The person goes to another app. */
  hide(): void {
    if (!this.shown) return
    this.shown = false
    this.stack.top?.hide()
    this.callApp('onHide')
    this.listeners.tell('AppHide')
  }

  /** The process dies: nothing of the app runs after this, and nobody tells it. */
  end(): void {
    this.ended = true
    this.realm.timers.end()
    this.die(new Error('the app does not run'))
  }

  /** Every change of what the phone keeps. @throws Error when the app is dead, or dies of it. */
  write(change: () => void): void {
    if (this.ended) throw new Error('the app has ended')
    this.phone.fate.write(change)
  }

  fault(error: unknown): void {
    if (this.ended) return
    const stack: unknown = isObject(error) ? Reflect.get(error, 'stack') : undefined
    this.phone.fault(messageOf(error), typeof stack === 'string' ? stack : '')
    this.listeners.tell('Error', messageOf(error))
  }

  guarded(run: () => unknown): void {
    try {
      run()
    } catch (error) {
      this.fault(error)
    }
  }

  createComponent(owner: Instance, path: string): Component {
    const definition = this.definitionOf(path)
    return new Component(this, owner, path, definition, this.files.componentsOf(path), this.files.wxml(path))
  }

  selectorQuery(within: Instance): object {
    return makeSelectorQuery(this, within)
  }

  /** The objects that getCurrentPages gives, oldest first. */
  openPages(): unknown {
    const list = this.realm.into([])
    if (isObject(list)) this.stack.open.forEach((page, index) => Reflect.set(list, index, page.self))
    return list
  }

  private createPage({ route, query }: Target): Page {
    const components = this.files.componentsOf(route)
    const definition = this.definitionOf(route)
    const parts = { id: this.nextPage++, route, query, definition }
    return new Page(this, parts, components, this.files.wxml(route))
  }

  /** WeChat loads the scripts of a page's or component's components before its own; components may use each other. */
  private definitionOf(path: string): Fields {
    if (!this.loaded.has(path)) {
      this.loaded.add(path)
      for (const used of this.files.componentsOf(path).values()) this.definitionOf(used)
      this.loading = path
      this.guarded(() => this.scripts.load(path))
      if (!this.definitions.has(path))
        this.fault(new Error(`${path}.js registers neither a page nor a component`))
    }
    return this.definitions.get(path) ?? {}
  }

  private callApp(name: string): void {
    const { app } = this
    if (!app) return
    const method: unknown = Reflect.get(app, name)
    if (isCallable(method)) this.guarded(() => method.call(app, this.realm.into(this.launchOptions)))
  }
}
