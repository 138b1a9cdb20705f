/** wx.cloud: functions and files of the local host, asked as the phone's person. */
import type { RunningApp } from '../app/app'
import { Lost, type Reply } from '../bad-network'
import { fieldsOf, isObject, type Fields } from '../values'
import { answeringAll, Refused } from './call'
import { lackingMethod } from './lacking'

/** WeChat's words when the phone has no network. */
const OFFLINE = new Refused('request:fail', { errCode: -601001 })
const LACKING = [
  'database',
  'downloadFile',
  'getTempFileURL',
  'deleteFile',
  'callContainer',
  'connectContainer',
]

export function cloudMethods(app: RunningApp): Fields {
  let ready = false
  const reach = async (path: string, method: string, body: string | Uint8Array, type: string) => {
    if (!ready) throw new Refused("Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -1 })
    const { url, person } = app.phone.cloud
    if (!app.phone.online) throw OFFLINE
    if (url === null) throw new Refused('no cloud functions are given to this host', { errCode: -501000 })
    const headers = { 'content-type': type, ...(person === null ? {} : { 'x-preview-openid': person }) }
    const send = async (): Promise<Reply> => {
      const content = typeof body === 'string' ? body : new Uint8Array(body)
      const answer = await fetch(`${url}${path}`, { method, headers, body: content }).catch(() => null)
      if (answer === null) throw new Lost()
      return { ok: answer.ok, value: await answer.json() }
    }
    const reply = await app.phone.network.carry(send).catch((error: unknown) => {
      throw error instanceof Lost ? OFFLINE : error
    })
    // The network went away while the answer was on its way: the phone never sees it.
    if (!app.phone.online) throw OFFLINE
    if (!reply.ok) {
      const { errMsg, errCode } = fieldsOf(reply.value)
      // Screens say to this that there is no service; that a function broke down must not go unseen.
      if (!reply.theirs) app.phone.fault(`${path}: ${String(errMsg)}`, '')
      throw new Refused(String(errMsg), { errCode })
    }
    return reply.value
  }
  const methods = answeringAll(app, {
    callFunction: async (options) => {
      const data = JSON.stringify(options.data ?? {})
      const result = await reach(`/functions/${String(options.name)}`, 'POST', data, 'application/json')
      return { result, requestID: 'request-of-this-host' }
    },
    uploadFile: async (options) => {
      const bytes = app.phone.files.read(String(options.filePath))
      const name = /([^/]+?)(\.\w+)?$/.exec(String(options.cloudPath))?.[1] ?? ''
      const stored = await reach(`/files/${name}`, 'PUT', bytes, 'image/jpeg')
      const { fileId } = fieldsOf(stored)
      if (typeof fileId !== 'string') throw new Refused('unexpected answer', { errCode: -1 })
      return { fileID: fileId, statusCode: 204 }
    },
  })
  const cloud = app.realm.object({
    ...Object.fromEntries(LACKING.map((name) => [name, lackingMethod(app, `wx.cloud.${name}`)])),
    init: (options: unknown) => {
      ready = options === undefined || isObject(options)
    },
    ...methods,
  })
  return { cloud }
}
