/** A person with the web preview open in Chromium: one context each, with storage and network of their own. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path))

export const phoneSize = { width: 390, height: 844 }
export const deskSize = { width: 1280, height: 800 }

export function launch(): Promise<Browser> {
  if (!chromiumPath) throw new Error('no Chromium here: set CHROMIUM to its path')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Visitor = {
  page: Page
  context: BrowserContext
  /** What the page wrote to the console as an error, answers that failed, and requests to other machines. */
  faults: string[]
  /** Cuts the network or brings it back; what the browser then reports of broken lines is no fault. */
  setOffline: (offline: boolean) => Promise<void>
  /** Opens a page of the preview, such as `pages/record/index`. */
  open: (path: string) => Promise<void>
  /** Goes to a page that is loaded already, as a tap inside the app would; works without network. */
  go: (path: string) => Promise<void>
}

export async function visit(
  browser: Browser,
  url: string,
  openid: string | null,
  size = phoneSize,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    geolocation: { latitude: 28.16, longitude: 113.64, accuracy: 30 },
    permissions: ['geolocation'],
  })
  if (openid !== null) {
    await context.addInitScript((who: string) => {
      if (localStorage.getItem('preview-person') === null) localStorage.setItem('preview-person', who)
    }, openid)
  }
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const faults: string[] = []
  let wasCut = false
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || (wasCut && /net::ERR_/.test(message.text()))) return
    faults.push(`console: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`)
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).hostname !== new URL(url).hostname) faults.push(`socket to ${socket.url()}`)
  })
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== new URL(url).hostname)
      faults.push(`request to ${hostname}`)
  })
  return {
    page,
    context,
    faults,
    async setOffline(offline) {
      wasCut = true
      await context.setOffline(offline)
    },
    open: async (path) => {
      await page.goto(`${url}/#/${path}`)
      await page.waitForLoadState('networkidle')
    },
    go: async (path) => {
      await page.evaluate((hash: string) => (window.location.hash = hash), `#/${path}`)
    },
  }
}
