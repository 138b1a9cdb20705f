/** What image elements show for the photos of a record: the phone's own copies, and for the others addresses from the server. */
import { useEffect, useState } from 'react'
import type { Photos } from './photos'
import { useStore } from './store'
import type { Call } from './transport'

type Addresses = Readonly<Record<string, string>>

/** Asked again this long before an address expires, in ms. */
const EARLY = 60_000
const SOONEST = 30_000

export function makeUsePhotoAddresses(photos: Photos, call: Call, now: () => number) {
  /** Addresses by photo id, of those that are known. Nothing is asked of the server while all are on this phone. */
  return function usePhotoAddresses(recordId: string, ids: readonly string[]): Addresses {
    const key = ids.join()
    const { photos: kept } = useStore(photos.store)
    const isElsewhere = ids.some((id) => !kept.has(id))
    const [here, setHere] = useState<Addresses>({})
    const [there, setThere] = useState<Addresses>({})

    useEffect(() => {
      let shown = true
      void ownAddresses(photos, key === '' ? [] : key.split(',')).then((found) => shown && setHere(found))
      return () => {
        shown = false
      }
    }, [key])

    useEffect(() => {
      if (!isElsewhere) return
      let shown = true
      let timer: ReturnType<typeof setTimeout> | undefined
      const ask = async () => {
        // Without an answer the photos are named instead of shown; opening the screen again asks again.
        const links = await call('records', 'photoLinks', { id: recordId }).then(
          (answer) => answer.links,
          () => null,
        )
        if (!shown || links === null) return
        setThere(Object.fromEntries(links.map(({ photoId, url }) => [photoId, url])))
        const ends = links.flatMap(({ expiresAt }) => (expiresAt === null ? [] : Date.parse(expiresAt)))
        if (ends.length === 0) return
        timer = setTimeout(() => void ask(), Math.max(SOONEST, Math.min(...ends) - now() - EARLY))
      }
      void ask()
      return () => {
        shown = false
        clearTimeout(timer)
      }
    }, [recordId, isElsewhere, key])

    return { ...there, ...here }
  }
}

async function ownAddresses(photos: Photos, ids: readonly string[]): Promise<Addresses> {
  const found = await Promise.all(ids.map(async (id) => ({ id, address: await photos.address(id) })))
  return Object.fromEntries(found.flatMap(({ id, address }) => (address === null ? [] : [[id, address]])))
}
