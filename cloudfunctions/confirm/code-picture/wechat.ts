/** In WeChat: a mini-program code by 云调用 `wxacode.getUnlimited`, which config.json asks permission for. */
import { z } from 'zod'
import { Refusal } from '../../../src/shared/contract'
import { CONFIRM_PAGE, type CodePicture } from './types'

export type UnlimitedCodeRequest = { scene: string; page: string; checkPath: boolean; width: number }
/** Sends the request to WeChat; resolves to its answer, rejects with its error. */
export type AskForCode = (request: UnlimitedCodeRequest) => Promise<unknown>

const answerSchema = z.object({
  errCode: z.literal(0).optional(),
  contentType: z.string().regex(/^image\/(jpeg|png)$/),
  buffer: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0),
})

/** Refuses with UNAVAILABLE when WeChat does not answer with a picture. */
export function wechatPicture(ask: AskForCode): CodePicture {
  return async (token) => {
    // checkPath false: a code can be made while the version with the page is still under review.
    const request = { scene: token, page: CONFIRM_PAGE, checkPath: false, width: 430 }
    const answer = answerSchema.safeParse(await ask(request).catch(() => null))
    if (!answer.success) throw new Refusal('UNAVAILABLE', { message: '活动码暂时生成不了,请稍后再试。' })
    const { contentType, buffer } = answer.data
    return { image: `data:${contentType};base64,${Buffer.from(buffer).toString('base64')}`, link: null }
  }
}
