/** The door to whatever draws a code. */

/** `image` is a data URI; `link` is where the picture leads, null where only WeChat can follow it. */
export type Picture = { image: string; link: string | null }
export type CodePicture = (token: string) => Promise<Picture>

/** The screen that a code opens, as WeChat wants it: without a leading slash. */
export const CONFIRM_PAGE = 'pages/confirm/index'
