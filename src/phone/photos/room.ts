/** How much of the room for files the kept pictures take. Nothing but pictures is kept as a file. */
import { WARN_SHARE } from '../storage'
import type { KeptPhoto } from './kept-photo'

/** What WeChat gives a mini-program. */
const LIMIT_BYTES = 200 * 1024 * 1024
/** Pictures that the server has stay on the phone for looking at: this many, and in this room. */
const KEPT_AFTER_UPLOAD = 120
const ROOM_AFTER_UPLOAD = LIMIT_BYTES / 2

export function isNearlyFull(kept: Iterable<KeptPhoto>): boolean {
  const used = [...kept].reduce((sum, { photo }) => sum + photo.size, 0)
  return used >= LIMIT_BYTES * WARN_SHARE
}

/** Those that the server has, the newest first. */
function arrived(kept: Iterable<KeptPhoto>): KeptPhoto[] {
  return [...kept].filter(({ attached }) => attached).sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
}

/** The one that gives way first where there is no room. */
export function oldestArrived(kept: Iterable<KeptPhoto>): KeptPhoto | undefined {
  return arrived(kept).at(-1)
}

/** The oldest of those that the server has, which need not stay. */
export function spare(kept: Iterable<KeptPhoto>): KeptPhoto[] {
  let used = 0
  return arrived(kept).filter(({ photo }, index) => {
    used += photo.size
    return index >= KEPT_AFTER_UPLOAD || used > ROOM_AFTER_UPLOAD
  })
}
