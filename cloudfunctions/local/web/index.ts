/** The one address of the local host: functions, the preview's door, photos, and the web preview. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { FILE_LIMIT, type FileStore } from '../file-store'
import { codeOf, HostFault } from '../fault'
import { callerVariables, CallFault, newRequestId, SIZE_LIMIT, type Functions } from '../functions'
import { callerOf, type PreviewPerson } from '../preview'
import { chunksOf, readBody } from './body'
import { refusalOf } from './guards'
import { openStaticFiles } from './static-files'

export type Parts = { functions: Functions; people: () => Promise<PreviewPerson[]>; files: FileStore }
export type Web = {
  port: number
  /** Until then every request but /health is told to wait. */
  open(parts: Parts): void
  close(): Promise<void>
}

/** Listens on the loopback at once, so that a busy port is known before any long work. @throws HostFault */
export async function startWeb(port: number, folder: string, log: (line: string) => void): Promise<Web> {
  let parts: Parts | null = null
  const findFile = openStaticFiles(folder)
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    answer(request, response, parts, findFile).catch((error: unknown) => {
      log(`请求出错: ${error instanceof Error ? error.message : String(error)}`)
      if (!response.headersSent) sendJson(response, 500, { errCode: -504002, errMsg: 'local host' })
      else response.destroy()
    })
  })
  return {
    port: await listen(server, port),
    open: (given) => (parts = given),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const busy = codeOf(error) === 'EADDRINUSE'
      const what = busy ? `端口 ${port} 已被占用` : `端口 ${port} 打不开 (${codeOf(error)})`
      reject(new HostFault(`${what}。请换一个: npm start -- --port ${port < 65_000 ? port + 1 : 8787}`))
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

type FindFile = ReturnType<typeof openStaticFiles>

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts | null,
  findFile: FindFile,
) {
  const refusal = refusalOf(request)
  if (refusal) return refuse(request, response, 403, refusal)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const { method } = request
  if (pathname === '/health') return sendJson(response, parts ? 200 : 503, { ready: parts !== null })
  if (!parts) return refuse(request, response, 503, 'starting')

  const functionName = /^\/functions\/([\w-]{1,60})$/.exec(pathname)?.[1]
  if (functionName) {
    if (method !== 'POST') return refuse(request, response, 405, 'POST only')
    return callFunction(request, response, parts.functions, functionName)
  }
  if (pathname === '/preview/people' && method === 'GET') {
    return sendJson(response, 200, { people: await parts.people() })
  }
  const fileId = /^\/files\/([\w-]{1,60})$/.exec(pathname)?.[1]
  if (fileId) return exchangeFile(request, response, parts.files, fileId, searchParams.get('name'))
  if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, 405, 'GET only')
  const file = await findFile(pathname, /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
  // Browsers ask for it by themselves; its absence is no fault.
  if (!file && pathname === '/favicon.ico') return response.writeHead(204).end()
  if (!file) return refuse(request, response, 404, 'not found')
  response.writeHead(200, { ...file.headers, 'content-length': file.content.length })
  response.end(method === 'HEAD' ? undefined : file.content)
}

async function callFunction(
  request: IncomingMessage,
  response: ServerResponse,
  functions: Functions,
  name: string,
) {
  const requestId = newRequestId()
  response.setHeader('x-request-id', requestId)
  const fail = (fault: CallFault) =>
    sendJson(response, fault.status, { errCode: fault.errCode, errMsg: fault.message, requestId })
  const body = await readBody(request, SIZE_LIMIT)
  if (body === null) return fail(new CallFault(-504002, 413, 'event over 6 MB'))
  let event: unknown
  try {
    event = body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    return fail(new CallFault(-501001, 400, 'event is not JSON'))
  }
  try {
    const caller = callerVariables(callerOf(request), request.socket.remoteAddress ?? '')
    const text = await functions.invoke(name, event, caller, requestId)
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(text)
  } catch (error) {
    if (!(error instanceof CallFault)) throw error
    fail(error)
  }
}

async function exchangeFile(
  request: IncomingMessage,
  response: ServerResponse,
  files: FileStore,
  id: string,
  /** Under which a browser saves it; null for a picture, which is shown. */
  name: string | null,
) {
  if (request.method === 'GET') {
    const file = files.read(id)
    if (!file) return refuse(request, response, 404, 'not found')
    response.writeHead(200, {
      'content-type': file.type,
      'cache-control': 'private, max-age=31536000, immutable',
      ...(name === null ? {} : { 'content-disposition': attachmentOf(name) }),
    })
    return response.end(file.content)
  }
  if (request.method !== 'PUT') return refuse(request, response, 405, 'PUT or GET only')
  if (callerOf(request) === null) return refuse(request, response, 401, 'who is it?')
  if (Number(request.headers['content-length'] ?? 0) > FILE_LIMIT) {
    return refuse(request, response, 413, 'more than 20 MB')
  }
  const saved = await files.save(id, chunksOf(request))
  if (saved.ok) sendJson(response, 200, saved.file)
  else sendJson(response, saved.status, { errMsg: saved.message })
}

/** RFC 6266, with the characters that `encodeURIComponent` leaves and RFC 8187 does not allow. */
function attachmentOf(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename*=UTF-8''${encoded}`
}

async function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string) {
  await readBody(request, 0)
  sendJson(response, status, { errMsg: message })
}

function sendJson(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(value))
}
