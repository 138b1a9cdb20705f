/** The built mini-program on the disk: app.json, pages' settings, which tags are custom components. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import { openWxml, type WxmlFile } from '../view/wxml'

const usingComponents = z.record(z.string(), z.string()).default({})
const appSchema = z.looseObject({
  pages: z.array(z.string()).min(1),
  subPackages: z.array(z.looseObject({ root: z.string(), pages: z.array(z.string()) })).default([]),
  tabBar: z
    .looseObject({ list: z.array(z.looseObject({ pagePath: z.string(), text: z.string() })) })
    .optional(),
  window: z.looseObject({ navigationBarTitleText: z.string().default('') }).optional(),
  requiredPrivateInfos: z.array(z.string()).default([]),
  usingComponents,
})
const partSchema = z.looseObject({ usingComponents, navigationBarTitleText: z.string().optional() })

export type AppSettings = z.infer<typeof appSchema>
export type PartSettings = z.infer<typeof partSchema>

export class AppFiles {
  readonly settings: AppSettings
  /** Every page, with the sub-packages' folders in front. */
  readonly pages: ReadonlySet<string>
  readonly tabs: readonly { pagePath: string; text: string }[]
  private readonly wxmlFiles: (path: string) => WxmlFile

  /** @throws Error that says what to build when the folder holds no mini-program. */
  constructor(readonly folder: string) {
    if (!existsSync(join(folder, 'app.json')))
      throw new Error(`${folder} holds no mini-program: npm run build:weapp`)
    this.settings = appSchema.parse(this.json('app'))
    const packaged = this.settings.subPackages.flatMap(({ root, pages }) =>
      pages.map((page) => posix.join(root, page)),
    )
    this.pages = new Set([...this.settings.pages, ...packaged])
    this.tabs = this.settings.tabBar?.list ?? []
    this.wxmlFiles = openWxml(folder)
  }

  get firstPage(): string {
    return this.settings.pages[0] ?? ''
  }

  isTab(page: string): boolean {
    return this.tabs.some(({ pagePath }) => pagePath === page)
  }

  part(path: string): PartSettings {
    return partSchema.parse(this.json(path))
  }

  /** The custom components that a page or component may use: tag → path in the folder. */
  componentsOf(path: string): Map<string, string> {
    const own = this.part(path).usingComponents
    const resolve = (from: string, to: string) =>
      to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(from), to)
    return new Map([
      ...Object.entries(this.settings.usingComponents).map(([tag, to]) => [tag, resolve('app', to)] as const),
      ...Object.entries(own).map(([tag, to]) => [tag, resolve(path, to)] as const),
    ])
  }

  wxml(path: string): WxmlFile {
    return this.wxmlFiles(`${path}.wxml`)
  }

  private json(path: string): unknown {
    const file = join(this.folder, `${path}.json`)
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  }
}
