/** The deployed function. */
import cloud from 'wx-server-sdk'
import { photoStore } from '../backend/photo-evidence'
import { production } from '../backend/production'
import { createFunction } from './create-function'

cloud.init()
const store = photoStore(process.env, async (request) => cloud.downloadFile(request))

export const main = createFunction(production(), store)
