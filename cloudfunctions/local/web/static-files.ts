/** The files of the web preview: types, compression, caching, and nothing from outside the folder. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg'])

export type StaticFile = { content: Buffer; headers: Record<string, string> }
const zip = promisify(gzip)

/** Finds a file of the folder for a path of an address; null when there is none. */
export function openStaticFiles(folder: string) {
  const root = resolve(folder)
  const zipped = new Map<string, Promise<Buffer>>()

  return async function find(pathname: string, acceptsGzip: boolean): Promise<StaticFile | null> {
    const file = inside(root, pathname === '/' ? '/index.html' : pathname)
    if (!file || !existsSync(file) || !statSync(file).isFile()) return null
    const ending = extname(file).toLowerCase()
    const headers: Record<string, string> = {
      'content-type': types[ending] ?? 'application/octet-stream',
      // A name with a hash of its content never changes its content.
      'cache-control': /\.[0-9a-f]{8}\.(js|css)$/.test(file)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    }
    if (!compressible.has(ending)) return { content: readFileSync(file), headers }
    headers.vary = 'accept-encoding'
    if (!acceptsGzip) return { content: readFileSync(file), headers }
    const key = `${file} ${statSync(file).mtimeMs}`
    const content = zipped.get(key) ?? zip(readFileSync(file))
    zipped.set(key, content)
    return { content: await content, headers: { ...headers, 'content-encoding': 'gzip' } }
  }
}

function inside(root: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const file = resolve(join(root, decoded))
  const way = relative(root, file)
  const hidden = way.split(sep).some((part) => part.startsWith('.'))
  return way === '' || hidden ? null : file
}
