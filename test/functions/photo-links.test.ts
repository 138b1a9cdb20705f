/** Addresses of photos: who gets them, and what WeChat documents for `getTempFileURL`. Refusals first. */
import { randomUUID } from 'node:crypto'
import { linkPhotos, previewLinks, wechatLinks } from '../../cloudfunctions/records/link-photos'
import { activity, createRecords, demand, host, record, revised, world } from './harness'

const everything = world()
const as = host(everything, 'records', createRecords)
const photo = (digit: string) => ({ id: randomUUID(), sha256: digit.repeat(64), size: 1000 })

/** A record of 长沙 with two photos, the first of which has arrived. */
async function withPhotos() {
  const [first, second] = [photo('a'), photo('b')]
  const pushed = record({ payload: activity({ photos: [first, second] }) })
  await as('阿丽').call('push', { records: [pushed] })
  await as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: first, fileId: `local:${first.id}` })
  return { pushed, first, second }
}

describe('who sees the photos of a record', () => {
  it('refuses another city’s manager and reviewer, the county below, enterprises and strangers', async () => {
    const { pushed } = await withPhotos()
    for (const who of ['老李', '小邓', '小吴', '王总', '路人'] as const) {
      expect(await as(who).refused('photoLinks', { id: pushed.id })).toMatchObject({ code: 'NOT_ALLOWED' })
    }
  })

  it('refuses a record that does not exist, and an input that is no record’s id', async () => {
    const absent = await as('阿丽').refused('photoLinks', { id: randomUUID() })
    expect(absent).toEqual(await as('阿丽').refused('get', { id: randomUUID() }))
    expect(await as('阿丽').refused('photoLinks', { id: 'x' })).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('gives those who may see the record the photos that have arrived, and no others', async () => {
    const { pushed, first } = await withPhotos()
    for (const who of ['阿丽', '小美', '老周', '小陈', '省平台'] as const) {
      expect(await as(who).call('photoLinks', { id: pushed.id })).toEqual({
        links: [{ photoId: first.id, url: `/files/${first.id}`, expiresAt: null }],
      })
    }
  })

  it('gives none of a photo that the newest version names no more, or with other content', async () => {
    const { pushed, first, second } = await withPhotos()
    const without = revised(pushed, activity({ photos: [second] }))
    await as('阿丽').call('push', { records: [without] })
    expect(await as('小陈').call('photoLinks', { id: pushed.id })).toEqual({ links: [] })
    const replaced = activity({ photos: [{ ...first, sha256: 'c'.repeat(64) }] })
    await as('阿丽').call('push', { records: [revised(without, replaced)] })
    expect(await as('小陈').call('photoLinks', { id: pushed.id })).toEqual({ links: [] })
  })

  it('gives none for a record of a kind without photos', async () => {
    const pushed = record({ payload: demand() })
    await as('阿丽').call('push', { records: [pushed] })
    expect(await as('小陈').call('photoLinks', { id: pushed.id })).toEqual({ links: [] })
  })
})

const now = new Date('2023-06-20T02:00:00Z')
const id = '01890000-0000-7000-8000-000000000001'
const fileId = `cloud://window-1.7769-window-1-1300000000/photos/${id}.jpg`
const stored = [{ photoId: id, fileId }]
const file = { fileID: fileId, tempFileURL: 'https://7769.tcb.qcloud.la/a.jpg?sign=1', maxAge: 600 }

describe('in WeChat', () => {
  it.each([
    ['nothing', undefined],
    ['an error', { errCode: -501000, errMsg: 'storage fail' }],
    ['a list of something else', { fileList: ['https://a'], errMsg: 'ok' }],
  ])('is unavailable when the answer is %s', async (_, answer) => {
    const unavailable = { code: 'UNAVAILABLE', retry: 'later' }
    await expect(wechatLinks(async () => answer)(stored, now)).rejects.toMatchObject(unavailable)
  })

  it('is unavailable when the call fails, and tells nothing of why', async () => {
    const failing = wechatLinks(async () => {
      throw new Error('missing secretId')
    })
    await expect(failing(stored, now)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await expect(failing(stored, now)).rejects.not.toThrow(/secretId/)
  })

  it('does not ask for a file that is not named by its photo: a function may read everybody’s', async () => {
    const others = ['reports/2023.xlsx', `photos/${randomUUID()}.jpg`, `photos/${id}.jpg/../x.jpg`]
    const photos = [
      ...others.map((path) => ({ photoId: id, fileId: `cloud://window-1.7769/${path}` })),
      { photoId: id, fileId: `https://elsewhere/photos/${id}.jpg` },
    ]
    const asked: string[] = []
    const links = wechatLinks(async ({ fileList }) => {
      asked.push(...fileList.map(({ fileID }) => fileID))
      return { fileList: [], errMsg: 'getTempFileURL:ok' }
    })
    expect(await links(photos, now)).toEqual([])
    expect(asked).toEqual([])
  })

  it('leaves out a file that the store does not have, and an address that is none', async () => {
    const answers = [
      { ...file, tempFileURL: '', status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' },
      { ...file, tempFileURL: 'http://insecure/a.jpg', status: 0, errMsg: 'ok' },
    ]
    for (const answer of answers) {
      const links = wechatLinks(async () => ({ fileList: [answer], errMsg: 'getTempFileURL:ok' }))
      expect(await links(stored, now)).toEqual([])
    }
  })

  it('asks for ten minutes, and says when they are over', async () => {
    const requests: unknown[] = []
    const links = wechatLinks(async (request) => {
      requests.push(request)
      return { fileList: [{ ...file, status: 0, errMsg: 'ok' }], errMsg: 'getTempFileURL:ok' }
    })
    const expiresAt = '2023-06-20T02:10:00.000Z'
    expect(await links(stored, now)).toEqual([{ photoId: id, url: file.tempFileURL, expiresAt }])
    expect(requests).toEqual([{ fileList: [{ fileID: fileId, maxAge: 600 }] }])
  })

  it('asks for at most fifty in one request', async () => {
    const sizes: number[] = []
    const many = Array.from({ length: 51 }, () => {
      const photoId = randomUUID()
      return { photoId, fileId: `cloud://window-1.7769/photos/${photoId}.jpg` }
    })
    const links = wechatLinks(async ({ fileList }) => {
      sizes.push(fileList.length)
      return { fileList: [], errMsg: 'getTempFileURL:ok' }
    })
    await links(many, now)
    expect(sizes).toEqual([50, 1])
  })
})

describe('in the local preview', () => {
  it('gives the local host’s address of a file that is named by its photo, and of no other', async () => {
    expect(await previewLinks([{ photoId: id, fileId: `local:${randomUUID()}` }], now)).toEqual([])
    expect(await previewLinks([{ photoId: id, fileId: `local:${id}` }], now)).toEqual([
      { photoId: id, url: `/files/${id}`, expiresAt: null },
    ])
  })

  it('is chosen only where the address of a preview is given', async () => {
    const never = async () => {
      throw new Error('WeChat was asked')
    }
    expect(() => linkPhotos({ PREVIEW_LINK_BASE: 'nonsense' }, never)).toThrow()
    const base = { PREVIEW_LINK_BASE: 'http://127.0.0.1:8787/' }
    expect(await linkPhotos(base, never)([{ photoId: id, fileId: `local:${id}` }], now)).toHaveLength(1)
    await expect(linkPhotos({}, never)(stored, now)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
