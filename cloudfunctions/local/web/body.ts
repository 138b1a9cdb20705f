/** Reading a request's body up to a limit; what is over it is read and dropped, or the sender sees a broken line. */
import type { IncomingMessage } from 'node:http'

/** The body, or null when it is larger than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of chunksOf(request)) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > limit ? null : Buffer.concat(chunks)
}

export async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const chunk of request) {
    const bytes: unknown = chunk
    if (Buffer.isBuffer(bytes)) yield bytes
  }
}
