/** `confirm`: codes of activities, confirmation by enterprises, rating, entry by staff. */
import cloud from 'wx-server-sdk'
import { serve } from '../backend'
import { production } from '../backend/production'
import { codePicture } from './code-picture'
import { confirmHandlers } from './handlers'

cloud.init()
const picture = codePicture(process.env, async (request) => cloud.openapi.wxacode.getUnlimited(request))

export const main = serve('confirm', confirmHandlers(picture), production())
