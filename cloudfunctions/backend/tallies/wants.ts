/** Which months are to be tallied, and which of them must be tallied anew. */
import type { TalliedPlatform } from './countable-rows'
import type { StoredRubric } from './rubrics'

/** The months of a platform that somebody wants to have tallied under a rubric. */
export type Want = {
  platform: TalliedPlatform
  rubric: StoredRubric
  months: readonly string[]
  /** Only these facts are tallied, of a county for its city; absent = all. */
  facts?: readonly string[]
}
export type StaleMonth = Omit<Want, 'months'> & {
  month: string
  /** As it was before its rows are read: what is added meanwhile makes the tally stale again, never wrong. */
  version: number
}
