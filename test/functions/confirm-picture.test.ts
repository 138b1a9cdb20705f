/** The pictures of codes, against what WeChat documents for `wxacode.getUnlimited`. */
import { codePicture, previewPicture, wechatPicture } from '../../cloudfunctions/confirm/code-picture'

const token = 'ABCDEFGHJKMNPQRSTUVW'
const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47])

describe('in WeChat', () => {
  it.each([
    ['an error code', { errCode: 45009, errMsg: 'reach max api minute frequence limit' }],
    ['no picture', { errCode: 0, errMsg: 'openapi.wxacode.getUnlimited:ok' }],
    ['an empty picture', { errCode: 0, contentType: 'image/jpeg', buffer: Buffer.alloc(0) }],
    ['something else than a picture', { contentType: 'text/html', buffer: bytes }],
    ['nothing', undefined],
  ])('is unavailable when the answer is %s', async (_, answer) => {
    await expect(wechatPicture(async () => answer)(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })

  it('is unavailable when the call fails, and tells nothing of why', async () => {
    const failing = wechatPicture(async () => {
      throw new Error('missing secretId')
    })
    await expect(failing(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(failing(token)).rejects.not.toThrow(/secretId/)
  })

  it('asks for the token as scene and the confirmation page without a slash, and gives a data URI', async () => {
    const requests: unknown[] = []
    const picture = wechatPicture(async (request) => {
      requests.push(request)
      return {
        errCode: 0,
        errMsg: 'openapi.wxacode.getUnlimited:ok',
        contentType: 'image/jpeg',
        buffer: bytes,
      }
    })
    const image = `data:image/jpeg;base64,${bytes.toString('base64')}`
    expect(await picture(token)).toEqual({ image, link: null })
    expect(requests).toEqual([{ scene: token, page: 'pages/confirm/index', checkPath: false, width: 430 }])
  })
})

describe('in the local preview', () => {
  it('draws a link to the confirmation page of the web preview with the token', async () => {
    const { image, link } = await previewPicture('http://127.0.0.1:8787/')(token)
    expect(link).toBe(`http://127.0.0.1:8787/#/pages/confirm/index?scene=${token}`)
    const svg = Buffer.from(image.replace('data:image/svg+xml;base64,', ''), 'base64').toString()
    expect(svg).toMatch(/^<svg /)
  })
})

describe('which one', () => {
  const never = async () => {
    throw new Error('WeChat was asked')
  }

  it('refuses an address that is none, or no web address', () => {
    expect(() => codePicture({ PREVIEW_LINK_BASE: 'nonsense' }, never)).toThrow()
    expect(() => codePicture({ PREVIEW_LINK_BASE: 'javascript:alert(1)' }, never)).toThrow()
  })

  it('is the preview only where the address of one is given', async () => {
    const preview = codePicture({ PREVIEW_LINK_BASE: 'http://127.0.0.1:8787/' }, never)
    expect((await preview(token)).link).not.toBeNull()
    await expect(codePicture({}, never)(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
