/** Who is calling: the openid of the caller of this call, or null without one (a timer, or a call from outside WeChat). */
export type Identity = () => string | null
