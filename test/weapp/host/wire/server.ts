/** The address of the host: phones by name over WebSocket, and what only this host knows over HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import type { AppFiles } from '../app/files'
import { Phone } from '../phone'
import { openSession } from './session'

const networkSchema = z.object({
  online: z.boolean().optional(),
  spoilt: z.object({ share: z.number(), seed: z.string() }).optional(),
})
const fateSchema = z.object({
  writes: z.number().optional(),
  done: z.boolean().optional(),
  milliseconds: z.number().optional(),
})

/**
 * Listens on a free port of the loopback and gives it. A phone is made when its name is first used. `likeDevtools`:
 * whoever names none is given the one that there is, and its app may make requests.
 */
export function startServer(
  files: AppFiles,
  functions: string | null,
  likeDevtools: boolean,
): Promise<number> {
  const phones = new Map<string, Phone>()
  const phoneOf = (request: IncomingMessage) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, named = '', what = ''] = /^\/phones\/([\w-]+)(?:\/([\w-]+))?$/.exec(pathname) ?? []
    const name = likeDevtools && pathname === '/' ? 'devtools' : named
    if (name === '') return null
    const cloud = { url: functions, person: searchParams.get('person') }
    const phone = phones.get(name) ?? new Phone(files, cloud, likeDevtools)
    phones.set(name, phone)
    return { phone, what, opened: searchParams.get('opened') ?? undefined }
  }

  const server = createServer((request, response) => {
    answer(request, response, phoneOf(request)).catch((error: unknown) => {
      response.writeHead(400).end(String(error))
    })
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => {
    const found = phoneOf(request)
    if (found) converse(socket, found.phone, found.opened)
    else socket.close()
  })
  // A promise of an app that nobody looks after is that app's fault; one of the host's own is a mistake here.
  process.on('unhandledRejection', (error, promise) => {
    if (promise instanceof Promise) throw error
    const app = [...phones.values()].map(({ app }) => app).find((one) => one?.realm.isPromise(promise))
    // Without one it is of an app that has died.
    app?.fault(error)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

function converse(socket: WebSocket, phone: Phone, opened: string | undefined): void {
  const send = (text: string) => {
    if (socket.readyState === socket.OPEN) socket.send(text)
  }
  const take = openSession(phone, send, () => socket.close())
  phone.listener = {
    exception: (message, stack) =>
      send(JSON.stringify({ method: 'App.exceptionThrown', params: { message, stack } })),
    log: (type, args) => send(JSON.stringify({ method: 'App.logAdded', params: { type, args } })),
  }
  phone.launch(opened)
  socket.on('message', (data) => void take(String(data)))
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  found: { phone: Phone; what: string } | null,
): Promise<void> {
  const reply = (value: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
  }
  if (!found) return void response.writeHead(404).end()
  const { phone, what } = found
  if (what === 'set-data') return reply(phone.measure.log)
  if (what === 'screen') {
    const { toasts, loading, title, clipboard, badges, waiting } = phone.screen
    return reply({ toasts, loading, title, clipboard, badges: [...badges], waiting, faults: phone.faults })
  }
  if (what === 'network' && request.method === 'PUT') {
    const { online, spoilt } = networkSchema.parse(await contentOf(request))
    if (online !== undefined) phone.setOnline(online)
    if (spoilt) phone.network.spoil(spoilt.share, spoilt.seed)
    return reply({})
  }
  if (what === 'network') return reply({ onTheWay: phone.network.onTheWay })
  if (what === 'fate' && request.method === 'PUT') {
    phone.fate.set(fateSchema.parse(await contentOf(request)))
    return reply({})
  }
  if (what === 'kill' && request.method === 'PUT') {
    phone.kill()
    return reply({})
  }
  if (what === 'show' && request.method === 'PUT') {
    phone.app?.show()
    return reply({})
  }
  response.writeHead(404).end()
}

async function contentOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
