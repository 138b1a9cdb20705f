import type { B } from './type-b'

export type A = { b: B | null }
