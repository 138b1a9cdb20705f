/** What a page or component needs of the app that it runs in. */
import type { Measure } from '../measure'
import type { Component } from './component'
import type { Instance } from './instance'
import type { Realm } from './realm'

export type AppWorld = {
  readonly realm: Realm
  readonly measure: Measure
  /** What went wrong in the app, where nobody in the app caught it. */
  fault(error: unknown): void
  createComponent(owner: Instance, path: string): Component
  selectorQuery(within: Instance): object
}
