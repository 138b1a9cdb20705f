/** `records`: push what was entered, pull what the server knows, withdraw, and the photos. */
import { recordsContract } from '../../src/shared/contract'
import { action, batchAction, serve, type Dependencies, type Main } from '../backend'
import { checkWaitingPhotos, unreadableStore, type PhotoStore } from '../backend/photo-evidence'
import { attachPhoto } from './attach-photo'
import { get } from './get'
import type { LinkPhotos } from './link-photos'
import { photoLinks } from './photo-links'
import { pull } from './pull'
import { push } from './push'
import { withdraw } from './withdraw'

/** Time of the daily timer; what is left waits for the next day, or for somebody to open its record. */
const BUDGET_MS = 12_000

/**
 * `linkPhotos` gives the addresses of photos and `store` what they hold: of the cloud storage, or of the local preview.
 */
export function createFunction(
  dependencies: Dependencies,
  linkPhotos: LinkPhotos,
  store: PhotoStore = unreadableStore,
): Main {
  return serve(
    'records',
    recordsContract,
    {
      push: batchAction(recordsContract.push, push),
      pull: action(recordsContract.pull, pull),
      get: batchAction(recordsContract.get, get(store)),
      withdraw: action(recordsContract.withdraw, withdraw),
      attachPhoto: batchAction(recordsContract.attachPhoto, attachPhoto(store)),
      photoLinks: batchAction(recordsContract.photoLinks, photoLinks(linkPhotos)),
    },
    dependencies,
    {
      timer: async ({ database, now }) => {
        await checkWaitingPhotos(database, store, now, BUDGET_MS)
      },
    },
  )
}
