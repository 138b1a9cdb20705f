/** One client's conversation: requests `{id, method, params}`, answers `{id, result | error}`, events without an id. */
import { z } from 'zod'
import type { Phone } from '../phone'
import { messageOf, type Fields } from '../values'
import { appMethods } from './app-methods'
import { elementMethods } from './element-methods'
import { Handles } from './handles'
import { pageMethods } from './page-methods'
import { toolMethods } from './tool-methods'

export type Method = (params: Fields) => unknown
export type Session = {
  phone: Phone
  handles: Handles
  /** Tells the client something that it did not ask for. */
  tell(method: string, params: Fields): void
  close(): void
}

const requestSchema = z.object({
  id: z.string(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
})

/** Gives the function that takes the client's messages. */
export function openSession(phone: Phone, send: (text: string) => void, close: () => void) {
  const tell = (method: string, params: Fields) => send(JSON.stringify({ method, params }))
  const session: Session = { phone, handles: new Handles(), tell, close }
  const methods: Record<string, Method> = {
    ...toolMethods(session),
    ...appMethods(session),
    ...pageMethods(session),
    ...elementMethods(session),
  }
  return async (text: string) => {
    const { id, method, params } = requestSchema.parse(JSON.parse(text))
    try {
      const run = methods[method]
      if (!run) throw new Error(`this host lacks ${method}`)
      const given = run(params)
      const result = await (phone.app ? Promise.race([given, phone.app.death]) : given)
      send(JSON.stringify({ id, result: result ?? {} }))
    } catch (error) {
      send(JSON.stringify({ id, error: { message: messageOf(error) } }))
    }
  }
}

/** @throws Error when the app does not run. */
export function runningApp(session: Session) {
  const { app } = session.phone
  if (!app) throw new Error('the app does not run')
  return app
}
