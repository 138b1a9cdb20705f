/** The deployed function. */
import cloud from 'wx-server-sdk'
import { production } from '../backend/production'
import { createFunction } from './create-function'
import { fileStore } from './file-store'

cloud.init()
const store = fileStore(process.env, {
  upload: async (request) => cloud.uploadFile(request),
  address: async (request) => cloud.getTempFileURL(request),
  download: async (request) => cloud.downloadFile(request),
})

export const main = createFunction(production(), store)
