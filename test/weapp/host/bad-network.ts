/** A network that is there and bad: what becomes of each call is drawn, and the same again for the same seed. */
import { Random } from '../../../cloudfunctions/local/example/random'

const faults = [
  'lost',
  'reply lost',
  'no reply',
  'doubled',
  'request delayed',
  'reply delayed',
  'captive portal',
  'gateway error',
] as const

/** `theirs`: it came from something on the way, and not from the cloud. */
export type Reply = { ok: boolean; value: unknown; theirs?: boolean }

/** Nothing arrived, as far as the phone knows. */
export class Lost extends Error {}

/** Longer than a person and a phone need for the next call. */
const LONGEST_DELAY = 4_000
/** `networkTimeout` of app.json, where it says nothing else. */
const WECHAT_GIVES_UP = 60_000
const PORTAL = '<!doctype html><html><title>请登录 Wi-Fi</title></html>'

export class BadNetwork {
  /** Calls between the phone and the functions, also of apps that have died meanwhile. */
  onTheWay = 0
  private share = 0
  private random = new Random('')

  /** From now on this share of all calls goes wrong; 0: none. */
  spoil(share: number, seed: string): void {
    this.share = share
    this.random = new Random(seed)
  }

  /** @throws Lost, or what `send` throws. */
  async carry(send: () => Promise<Reply>): Promise<Reply> {
    const fault = this.random.chance(this.share) ? this.random.pick(faults) : null
    const delay = this.random.whole(100, LONGEST_DELAY)
    const counted = (after = 0) => this.counted(after, send)
    switch (fault) {
      case null:
        return counted()
      case 'lost':
        throw new Lost()
      case 'reply lost':
        await counted()
        throw new Lost()
      case 'no reply':
        await counted()
        await pause(WECHAT_GIVES_UP)
        throw new Lost()
      case 'doubled':
        // The copy may arrive after newer calls.
        void counted(delay).catch(() => {})
        return counted()
      case 'request delayed':
        return counted(delay)
      case 'reply delayed': {
        const reply = await counted()
        await pause(delay)
        return reply
      }
      case 'captive portal':
        return { ok: true, value: PORTAL, theirs: true }
      case 'gateway error':
        return { ok: false, value: { errMsg: '502 Bad Gateway', errCode: -504002 }, theirs: true }
    }
  }

  private async counted(after: number, send: () => Promise<Reply>): Promise<Reply> {
    this.onTheWay += 1
    try {
      if (after > 0) await pause(after)
      return await send()
    } finally {
      this.onTheWay -= 1
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
