/** A bad network between phones and functions: what happens to each request is drawn, and repeatable by its seed. */
import { errors, type ErrorCode } from '../../../src/shared/contract'
import { NetworkFailure, type Send } from '../../../src/phone/transport'
import type { Random } from '../../../cloudfunctions/local/example/random'
import type { FakeClock } from '../../phone/world/clock'

export const faults = [
  'lost',
  'reply lost',
  'doubled',
  'request delayed',
  'reply delayed',
  'captive portal',
  'gateway error',
  'busy',
  'broken',
] as const
export type Fault = (typeof faults)[number]

const never = () => new Promise<never>(() => {})
const refused = (code: ErrorCode) => ({
  ok: false,
  error: { code, message: errors[code].message, retry: errors[code].retry },
})

/** `fault` says what happens to a request, null for nothing. A delay may be longer than the phone waits for an answer. */
export function badNetwork(
  send: Send,
  clock: FakeClock,
  random: Random,
  fault: (functionName: string) => Fault | null,
): Send {
  const wait = () => new Promise<void>((resolve) => void clock.after(random.whole(1_000, 40_000), resolve))
  return async (name, request) => {
    switch (fault(name)) {
      case null:
        return send(name, request)
      case 'lost':
        throw new NetworkFailure('offline')
      case 'reply lost':
        await send(name, request)
        return never()
      case 'doubled': {
        const [, second] = await Promise.all([send(name, request), send(name, request)])
        return second
      }
      // May arrive after later ones: the phone has given up on it and sent something newer meanwhile.
      case 'request delayed':
        await wait()
        return send(name, request)
      case 'reply delayed': {
        const reply = await send(name, request)
        await wait()
        return reply
      }
      case 'captive portal':
        return '<!doctype html><html><title>请登录 Wi-Fi</title></html>'
      case 'gateway error':
        return { code: 502, message: 'Bad Gateway' }
      case 'busy':
        return refused('UNAVAILABLE')
      case 'broken':
        return refused('INTERNAL')
    }
  }
}
