/** wx.request, for a phone that may use it: what is no text and no bytes goes as JSON, and JSON comes back as values. */
import type { RunningApp } from '../app/app'
import { bytesOf } from '../app/realm'
import { fieldsOf, type Fields } from '../values'
import { answeringAll, Refused } from './call'

export function requestMethods(app: RunningApp): Fields {
  return answeringAll(app, {
    request: async ({ url, method, header, data }) => {
      if (!app.phone.online) throw new Refused('request:fail')
      const named = Object.entries(fieldsOf(header)).map(([name, value]) => [name, String(value)])
      const bytes = bytesOf(data)
      const answer = await fetch(String(url), {
        method: String(method ?? 'GET'),
        headers: { 'content-type': 'application/json', ...Object.fromEntries(named) },
        body: bytes ? new Uint8Array(bytes) : JSON.stringify(data),
      }).catch(() => null)
      if (answer === null) throw new Refused('request:fail')
      const value: unknown = await answer.json()
      return { statusCode: answer.status, data: value }
    },
  })
}
