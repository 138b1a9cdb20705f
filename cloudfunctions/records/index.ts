/** The deployed function. */
import cloud from 'wx-server-sdk'
import { photoStore } from '../backend/photo-evidence'
import { production } from '../backend/production'
import { createFunction } from './create-function'
import { linkPhotos } from './link-photos'

cloud.init()
const link = linkPhotos(process.env, async (request) => cloud.getTempFileURL(request))
const store = photoStore(process.env, async (request) => cloud.downloadFile(request))

export const main = createFunction(production(), link, store)
