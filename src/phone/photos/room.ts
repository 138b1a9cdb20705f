/** How much of the room for files the kept pictures take. Nothing but pictures is kept as a file. */
import { WARN_SHARE } from '../storage'
import type { KeptPhoto } from './photos'

/** What WeChat gives a mini-program. */
const LIMIT_BYTES = 200 * 1024 * 1024
/** Pictures that the server has stay on the phone for looking at: this many, and in this room. */
const KEPT_AFTER_UPLOAD = 120
const ROOM_AFTER_UPLOAD = LIMIT_BYTES / 2

export function isNearlyFull(kept: Iterable<KeptPhoto>): boolean {
  const used = [...kept].reduce((sum, { photo }) => sum + photo.size, 0)
  return used >= LIMIT_BYTES * WARN_SHARE
}

/** The oldest of those that the server has, which need not stay. */
export function spare(kept: Iterable<KeptPhoto>): KeptPhoto[] {
  const done = [...kept].filter(({ attached }) => attached)
  done.sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
  let used = 0
  return done.filter(({ photo }, index) => {
    used += photo.size
    return index >= KEPT_AFTER_UPLOAD || used > ROOM_AFTER_UPLOAD
  })
}
