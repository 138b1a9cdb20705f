/** `records`: push what was entered, pull what the server knows, withdraw, and the photos. */
import { recordsContract } from '../../src/shared/contract'
import { action, batchAction, serve, type Dependencies, type Main } from '../backend'
import { attachPhoto } from './attach-photo'
import { get } from './get'
import type { LinkPhotos } from './link-photos'
import { photoLinks } from './photo-links'
import { pull } from './pull'
import { push } from './push'
import { withdraw } from './withdraw'

/** `linkPhotos` gives the addresses of photos: of the cloud storage, or of the local preview. */
export function createFunction(dependencies: Dependencies, linkPhotos: LinkPhotos): Main {
  return serve(
    'records',
    recordsContract,
    {
      push: batchAction(recordsContract.push, push),
      pull: action(recordsContract.pull, pull),
      get: action(recordsContract.get, get),
      withdraw: action(recordsContract.withdraw, withdraw),
      attachPhoto: action(recordsContract.attachPhoto, attachPhoto),
      photoLinks: batchAction(recordsContract.photoLinks, photoLinks(linkPhotos)),
    },
    dependencies,
  )
}
