/** Clears away pictures that nothing needs. Whatever is in doubt stays: a lost picture is worse than one too many. */
import { timeOfId } from '../ids'
import type { Files } from '../platform'
import type { Keep } from '../storage'
import { isWhole, namedIn, type Versions } from './named'
import type { KeptPhoto } from './kept-photo'

/**
 * What nobody asked to remove is left this long: another window, or a form that the app died in, may be about to
 * name it.
 */
const ORPHAN_AFTER_MS = 24 * 60 * 60_000

export type Sweep = {
  /** Is every version known that may name pictures of the record? Ask before a draft of it is thrown away. */
  knowsAllOf: (recordId: string) => boolean
  /** Removes the pictures of a record that no version of it names any more; those that the server has are left. */
  letGo: (recordId: string) => Promise<void>
  /** The same for every record that the server has, and for files of which nothing here knows, when they are old. */
  sweep: () => Promise<void>
}

export type SweepParts = {
  keep: Keep
  files: Files
  now: () => number
  /** All that may name a picture, of the platform that is open and of this record. */
  versions: (recordId?: string) => Versions
  kept: () => Iterable<KeptPhoto>
  /** Ids that have an entry in storage, readable or not. */
  listed: () => string[]
  remove: (id: string) => Promise<void>
}

export function makeSweep({ keep, files, now, versions, kept, listed, remove }: SweepParts): Sweep {
  /** What cannot be read may name any picture. */
  const isDoubtful = () => keep.health.get().damaged.length > 0

  const isOld = (madeAt: number | null) => madeAt !== null && now() - madeAt > ORPHAN_AFTER_MS

  async function letGoOf(
    recordIds: Iterable<string>,
    all: Versions,
    which = (_kept: KeptPhoto) => true,
  ): Promise<void> {
    if (isDoubtful()) return
    const isNamed = namedIn(all)
    const records = new Set([...recordIds].filter((id) => isWhole(id, all)))
    for (const each of [...kept()]) {
      const { photo, recordId, attached } = each
      const isLeft = !attached && records.has(recordId) && !isNamed(photo.id)
      if (isLeft && which(each)) await remove(photo.id)
    }
  }

  return {
    knowsAllOf: (recordId) => isWhole(recordId, versions(recordId)),
    letGo: (recordId) => letGoOf([recordId], versions(recordId)),
    async sweep() {
      const all = versions()
      await letGoOf(all.known.keys(), all, ({ takenAt }) => isOld(Date.parse(takenAt)))
      const names = await files.names()
      if (isDoubtful()) return
      const isNamed = namedIn(versions())
      const entries = new Set(listed())
      for (const name of names) {
        if (isOld(timeOfId(name)) && !entries.has(name) && !isNamed(name)) await files.remove(name)
      }
    },
  }
}
