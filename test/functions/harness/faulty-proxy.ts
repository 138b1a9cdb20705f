/** A door to the database that can be shut at a given message: what a call meets when the network or the server fails. */
import { connect as open, createServer, type AddressInfo, type Socket } from 'node:net'

export type Fault =
  /** Nobody listens: connections are closed at once. */
  | { kind: 'refuse' }
  /** The server has no connection left (SQLSTATE 53300). */
  | { kind: 'full' }
  /** The message of that number (from 1, over all connections) does not arrive; all connections break. */
  | { kind: 'cut-before'; message: number }
  /** It arrives and is carried out; its answer is lost and all connections break. */
  | { kind: 'cut-after'; message: number }
  /** From that message on nothing passes. */
  | { kind: 'stall'; message: number }

export type FaultyProxy = {
  port: number
  /** From now on; the count of messages begins anew. Null = all goes through. Open connections are closed before. */
  set: (fault: Fault | null) => void
  /** Messages since `set`. */
  messages: () => number
  close: () => Promise<void>
}

const PASSWORD = 'p'.charCodeAt(0)

export async function faultyProxy(target: { host: string; port: number }): Promise<FaultyProxy> {
  let fault: Fault | null = null
  let count = 0
  const sockets = new Set<Socket>()
  const breakAll = () => sockets.forEach((socket) => socket.destroy())

  const server = createServer((client) => {
    keep(client)
    if (fault?.kind === 'refuse') return client.destroy()
    if (fault?.kind === 'full') return client.once('data', () => client.end(tooManyConnections))
    const upstream = keep(open(target))
    let answers = true
    let begun = false
    client.on('data', (chunk) => {
      // A connection's own beginning and its password are no messages of the call.
      const counts = begun && chunk[0] !== PASSWORD
      begun = true
      if (counts) count += 1
      const due = counts && fault !== null && 'message' in fault && count >= fault.message
      if (due && fault?.kind === 'stall') return
      if (due && fault?.kind === 'cut-before') return breakAll()
      if (due && fault?.kind === 'cut-after') {
        answers = false
        upstream.once('data', breakAll)
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => answers && client.write(chunk))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })

  function keep(socket: Socket): Socket {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    return socket
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      breakAll()
      fault = next
      count = 0
    },
    messages: () => count,
    close: () =>
      new Promise((resolve) => {
        breakAll()
        server.close(() => resolve())
      }),
  }
}

/** ErrorResponse of the server's protocol. */
const tooManyConnections = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0')
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
})()
