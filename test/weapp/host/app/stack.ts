/** The pages that are open: at most ten on top of each other, and the tabs, which stay alive beside them. */
import { posix } from 'node:path'
import type { Fields } from '../values'
import type { AppFiles } from './files'
import type { Page } from './page'

const DEPTH_LIMIT = 10

/** A navigation that WeChat refuses, in its words. */
export class NavigationRefused extends Error {}

export type Target = { route: string; query: Fields }

export class PageStack {
  private pages: Page[] = []
  private readonly tabs = new Map<string, Page>()

  constructor(
    private readonly files: AppFiles,
    private readonly create: (target: Target) => Page,
  ) {}

  get open(): readonly Page[] {
    return this.pages
  }

  get top(): Page | undefined {
    return this.pages.at(-1)
  }

  /** Every page that is alive, also tabs that are not shown. */
  get alive(): Page[] {
    return [...new Set([...this.pages, ...this.tabs.values()])]
  }

  navigateTo(url: string): void {
    const target = this.target(url)
    if (this.files.isTab(target.route)) throw new NavigationRefused('can not navigateTo a tabbar page')
    if (this.pages.length >= DEPTH_LIMIT) throw new NavigationRefused(`webview count limit exceed`)
    this.top?.hide()
    this.push(target)
  }

  redirectTo(url: string): void {
    const target = this.target(url)
    if (this.files.isTab(target.route)) throw new NavigationRefused('can not redirectTo a tabbar page')
    this.close(this.pages.pop())
    this.push(target)
  }

  navigateBack(delta: number): void {
    if (this.pages.length <= 1) throw new NavigationRefused('cannot navigate back at first page.')
    for (let count = Math.min(delta, this.pages.length - 1); count > 0; count--) this.close(this.pages.pop())
    this.top?.show()
  }

  switchTab(url: string): void {
    const target = this.target(url)
    if (!this.files.isTab(target.route)) throw new NavigationRefused('can not switch to no-tabBar page')
    const before = this.pages
    this.pages = []
    for (const page of [...before].reverse()) {
      if (!this.files.isTab(page.route)) page.close()
      else if (page.route !== target.route) page.hide()
    }
    this.push({ route: target.route, query: {} })
  }

  reLaunch(url: string): void {
    const target = this.target(url)
    this.closeAll()
    this.push(target)
  }

  closeAll(): void {
    for (const page of this.alive.reverse()) page.close()
    this.pages = []
    this.tabs.clear()
  }

  /** @throws NavigationRefused when the app has no such page. */
  target(url: string): Target {
    const [path = '', search = ''] = url.split(/\?(.*)/s)
    const from = this.top?.route ?? this.files.firstPage
    const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
    if (!this.files.pages.has(route)) throw new NavigationRefused(`page "${route}" is not found`)
    // WeChat hands the parts over as they stand in the address; a page that put in encoded text decodes it.
    const query = Object.fromEntries(
      search
        .split('&')
        .filter((part) => part !== '')
        .map((part) => {
          const [name = '', value = ''] = part.split(/=(.*)/s)
          return [name, value]
        }),
    )
    return { route, query }
  }

  private push(target: Target): void {
    const tab = this.files.isTab(target.route)
    const page = (tab ? this.tabs.get(target.route) : undefined) ?? this.create(target)
    if (tab) this.tabs.set(target.route, page)
    this.pages.push(page)
    page.open()
  }

  private close(page: Page | undefined): void {
    if (!page) return
    this.tabs.delete(page.route)
    page.close()
  }
}
