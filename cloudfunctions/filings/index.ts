/** The deployed function. */
import cloud from 'wx-server-sdk'
import { production } from '../backend/production'
import { createFunction } from './create-function'
import { templatesOf, wechatMessages } from './messages'

cloud.init()
const send = wechatMessages(async (request) => cloud.openapi.subscribeMessage.send(request))

export const main = createFunction(production(), { templates: templatesOf(process.env), send })
