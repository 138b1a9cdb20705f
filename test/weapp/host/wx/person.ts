/** Signing in, permissions, subscription messages. */
import type { RunningApp } from '../app/app'
import { fieldsOf, isList, type Fields } from '../values'
import { answeringAll, Refused } from './call'

export function personMethods(app: RunningApp): Fields {
  return answeringAll(app, {
    login: () => {
      if (!app.phone.online) throw new Refused('request:fail')
      return { code: 'code-of-this-host' }
    },
    checkSession: () => undefined,
    getSetting: () => ({ authSetting: {} }),
    openSetting: () => ({ authSetting: {} }),
    authorize: () => undefined,
    /** The person allows every message; tests refuse with mockWxMethod. */
    requestSubscribeMessage: (options) => {
      const ids = isList(fieldsOf(options).tmplIds) ? options.tmplIds : []
      if (!isList(ids) || ids.length === 0 || ids.length > 3)
        throw new Refused('tmplIds length should be 1 to 3')
      return Object.fromEntries(ids.map((id) => [String(id), 'accept']))
    },
  })
}
