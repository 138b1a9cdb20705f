/** A person's eyes and finger on a phone: reads and taps what stands on the screen, by its words. */
import { eventually, type Found, type Hand, type OpenPage } from '../driver'

/** The inside of these is closed to selectors from outside. */
const CLOSED = ['custom-wrapper', 'comp']

export class Screen {
  /** How often the finger has come down on the screen; typing is not counted. */
  taps = 0

  constructor(readonly hand: Hand) {}

  async page(): Promise<OpenPage> {
    const page = await this.hand.program.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }

  /** Waits until this page is in front; by its folder, such as `record`. */
  async isAt(name: string): Promise<OpenPage> {
    return eventually(async () => {
      const page = await this.page()
      if (page.path !== `pages/${name}/index`) throw new Error(`in front is ${page.path}, not ${name}`)
      return page
    })
  }

  /** Every element that matches, also inside of custom components, in no particular order. */
  async all(selector: string, within?: Found): Promise<Found[]> {
    const scope = within ?? (await this.page())
    const found: Found[] = await scope.$$(selector)
    for (const tag of CLOSED) {
      const closed: Found[] = await scope.$$(tag)
      for (const inside of closed) found.push(...(await this.all(selector, inside)))
    }
    return found
  }

  /** All the words on the screen, without spaces and line ends. */
  async words(): Promise<string> {
    const page = await this.page()
    const [root] = await page.$$('.page')
    return root ? squeezed(await root.text()) : ''
  }

  async see(...texts: string[]): Promise<void> {
    await eventually(async () => {
      const words = await this.words()
      const missing = texts.filter((text) => !words.includes(squeezed(text)))
      if (missing.length > 0) throw new Error(`not on the screen: ${missing.join(', ')}\n${words}`)
    })
  }

  async seeNot(text: string): Promise<void> {
    const words = await this.words()
    if (words.includes(squeezed(text))) throw new Error(`on the screen: ${text}\n${words}`)
  }

  /** The innermost element with just these words, among those that match. */
  async find(text: string, selector = 'view'): Promise<Found> {
    return eventually(async () => {
      const best = await this.now(text, selector)
      if (!best) throw new Error(`nothing says ${text}: ${await this.words()}`)
      return best
    })
  }

  private async now(text: string, selector: string): Promise<Found | undefined> {
    const elements = [...(await this.all('button')), ...(await this.all(selector))]
    const texts = await Promise.all(elements.map((element) => element.text()))
    return elements.filter((_, at) => squeezed(texts[at] ?? '') === squeezed(text)).at(-1)
  }

  /** For what may be gone already. */
  async tapIfThere(text: string): Promise<void> {
    const found = await this.now(text, 'view')
    if (!found) return
    await found.tap()
    this.taps += 1
  }

  /** The innermost element whose words hold these. */
  async findWith(text: string, selector: string): Promise<Found> {
    return eventually(async () => {
      const elements = await this.all(selector)
      const texts = await Promise.all(elements.map((element) => element.text()))
      const at = texts.findIndex((each) => squeezed(each).includes(squeezed(text)))
      const found = elements[at]
      if (!found) throw new Error(`no ${selector} with ${text}: ${await this.words()}`)
      return found
    })
  }

  async tap(text: string, selector?: string): Promise<void> {
    await this.press(() => this.find(text, selector))
  }

  async tapWith(text: string, selector: string): Promise<void> {
    await this.press(() => this.findWith(text, selector))
  }

  private async press(find: () => Promise<Found>): Promise<void> {
    await eventually(async () => (await find()).tap())
    this.taps += 1
  }

  /** Switches or taps what stands in the field of this label. */
  async tapIn(label: string, selector: string): Promise<void> {
    const field = await this.findWith(label, '.field-row')
    const [found] = await this.all(selector, field)
    if (!found) throw new Error(`no ${selector} in ${label}`)
    await found.tap()
    this.taps += 1
  }

  /** Types into the field with this placeholder. */
  async type(placeholder: string, text: string): Promise<void> {
    await eventually(async () => {
      for (const tag of ['input', 'textarea']) {
        for (const element of await this.all(tag)) {
          const shown: unknown = await element.property('placeholder')
          if (typeof shown !== 'string' || !squeezed(shown).includes(squeezed(placeholder))) continue
          if (!('input' in element) || typeof element.input !== 'function') throw new Error('not a field')
          await element.input(text)
          return
        }
      }
      throw new Error(`no field says ${placeholder}: ${await this.words()}`)
    })
  }

  async goToTab(name: string): Promise<void> {
    await this.hand.program.callWxMethod('switchTab', { url: `/pages/${name}/index` })
    await this.isAt(name)
  }
}

export const squeezed = (text: string) => text.replace(/\s+/g, '')
