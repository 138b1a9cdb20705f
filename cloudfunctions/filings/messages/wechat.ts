/** In WeChat: a subscription message by 云调用 `subscribeMessage.send`, which config.json asks permission for. */
import { z } from 'zod'
import type { SendMessage } from './types'

export type SubscribeMessageRequest = {
  touser: string
  templateId: string
  page: string
  lang: 'zh_CN'
  data: Record<string, { value: string }>
}
/** Sends the request to WeChat; resolves to its answer, rejects with its error. */
export type AskToSend = (request: SubscribeMessageRequest) => Promise<unknown>

const answerSchema = z.object({ errCode: z.literal(0) })

/** A `thing` has at most 20 characters; longer ones are refused by WeChat as a whole. */
const THING = 20

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > THING ? `${characters.slice(0, THING - 1).join('')}…` : text
}

/** Throws when WeChat does not say that it has taken the message. */
export function wechatMessages(ask: AskToSend): SendMessage {
  return async ({ openid, templateId, page, values }) => {
    const data = Object.fromEntries(
      Object.entries(values).map(([keyword, value]) => [
        keyword,
        { value: keyword.startsWith('thing') ? shortened(value) : value },
      ]),
    )
    const answer = await ask({ touser: openid, templateId, page, lang: 'zh_CN', data })
    if (!answerSchema.safeParse(answer).success) throw new Error('WeChat has not taken the message')
  }
}
