/** The deployed function. */
import cloud from 'wx-server-sdk'
import { production } from '../backend/production'
import { codePicture } from './code-picture'
import { createFunction } from './create-function'

cloud.init()
const picture = codePicture(process.env, async (request) => cloud.openapi.wxacode.getUnlimited(request))

export const main = createFunction(production(), picture)
