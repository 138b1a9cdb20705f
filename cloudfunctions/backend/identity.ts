/** Who or what is calling, on the platform's own word. */
export type Origin = {
  /** The openid of the caller of this call; null without one (a timer, or a call from outside WeChat). */
  openid: string | null
  /** Started by a timer of the platform, and by nothing that only says so. */
  byTimer: boolean
}
export type Identity = () => Origin
