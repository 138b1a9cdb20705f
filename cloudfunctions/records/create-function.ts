/** `records`: push what was entered, pull what the server knows, withdraw, and the photos. */
import { contract } from '../../src/shared/contract'
import { action, batchAction, serve, type Dependencies, type Main } from '../backend'
import { attachPhoto } from './attach-photo'
import { get } from './get'
import type { LinkPhotos } from './link-photos'
import { photoLinks } from './photo-links'
import { pull } from './pull'
import { push } from './push'
import { withdraw } from './withdraw'

const { records } = contract

/** `linkPhotos` gives the addresses of photos: of the cloud storage, or of the local preview. */
export function createFunction(dependencies: Dependencies, linkPhotos: LinkPhotos): Main {
  return serve(
    'records',
    {
      push: batchAction(records.push, push),
      pull: action(records.pull, pull),
      get: action(records.get, get),
      withdraw: action(records.withdraw, withdraw),
      attachPhoto: action(records.attachPhoto, attachPhoto),
      photoLinks: batchAction(records.photoLinks, photoLinks(linkPhotos)),
    },
    dependencies,
  )
}
