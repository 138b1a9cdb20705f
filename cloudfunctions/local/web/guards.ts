/** Which requests reach the local host at all: those of a page that it served itself, or of a program here. */
import type { IncomingMessage } from 'node:http'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * A page of another site can make its own name point to this computer (DNS rebinding), or send requests across
 * sites; the first shows in Host, the second in Origin. Why the request is refused, or null.
 */
export function refusalOf(request: IncomingMessage): string | null {
  const { host, origin } = request.headers
  if (!host || !isLoopback(`http://${host}`)) return 'this host answers only at 127.0.0.1 or localhost'
  if (origin !== undefined && origin !== `http://${host}`) return 'requests of other sites are refused'
  return null
}

function isLoopback(address: string): boolean {
  try {
    return LOOPBACK.has(new URL(address).hostname)
  } catch {
    return false
  }
}
