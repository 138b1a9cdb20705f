import type { A } from './type-a'

export type B = { a: A | null }
