/** What the app writes to its console, as it can be sent over the wire. */
import { isObject, messageOf } from './values'

export function textOfLog(value: unknown): unknown {
  if (!isObject(value) || typeof value === 'function')
    return typeof value === 'symbol' ? String(value) : value
  const stack: unknown = Reflect.get(value, 'stack')
  if (typeof stack === 'string')
    return stack.includes(messageOf(value)) ? stack : `${messageOf(value)}\n${stack}`
  try {
    return JSON.parse(JSON.stringify(value)) as unknown
  } catch {
    return String(value)
  }
}
