/** What the screens stand on. The only door to this layer. */
export * from './phone'
export type { Asked } from './ask'
export type { Located, PreviewPerson } from './platform'
export type { SessionState } from './session'
export { StorageFull, type StorageHealth } from './storage'
export { createStore, useSelected, useStore, type Store } from './store'
export { isNetworkFailure, messageOf, NetworkFailure } from './transport'
export { Refusal } from '../shared/contract'
