/** Where made files are kept: what WeChat documents for its storage, and the local host's folder. Refusals first. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileNameOf } from '../../cloudfunctions/reports/file-name'
import { fileStore, previewStore, wechatStore, type Storage } from '../../cloudfunctions/reports/file-store'

const now = new Date('2023-06-20T02:00:00Z')
const file = { fileName: '长沙市窗口平台_2023年_评分表.xlsx', content: Buffer.from('content') }
const fileID = 'cloud://window-1.7769-window-1-1300000000/reports/x/a.xlsx'
const address = { fileID, tempFileURL: 'https://7769.tcb.qcloud.la/a.xlsx?sign=1', status: 0, errMsg: 'ok' }

/** A storage that answers as WeChat documents, but for what a test changes. */
function storage(changes: Partial<Storage> = {}): Storage {
  return {
    upload: async () => ({ fileID, statusCode: 200, errMsg: 'uploadFile:ok' }),
    address: async () => ({ fileList: [address], errMsg: 'getTempFileURL:ok' }),
    download: async () => ({ fileContent: Buffer.from('photo'), statusCode: 200 }),
    ...changes,
  }
}
const failing = async () => {
  throw new Error('missing secretId')
}

describe('in WeChat', () => {
  it.each([
    ['the upload fails', { upload: failing }],
    ['the upload gives no file', { upload: async () => ({ errCode: -501000 }) }],
    ['the address fails', { address: failing }],
    ['the file is not there', { address: async () => ({ fileList: [{ ...address, status: -503003 }] }) }],
    [
      'the address is none',
      { address: async () => ({ fileList: [{ ...address, tempFileURL: 'http://a' }] }) },
    ],
  ])('is unavailable, and says nothing of why, when %s', async (_, changes) => {
    const kept = wechatStore(storage(changes)).keep(file, now)
    await expect(kept).rejects.toMatchObject({ code: 'UNAVAILABLE', retry: 'later' })
    await expect(kept).rejects.not.toThrow(/secretId/)
  })

  it('does not read a file that is not named by its photo: a function may read everybody’s', async () => {
    const asked: unknown[] = []
    const store = wechatStore(storage({ download: async (request) => asked.push(request) }))
    const photoId = randomUUID()
    for (const fileId of [
      `cloud://w.7/reports/x.xlsx`,
      `cloud://w.7/photos/${randomUUID()}.jpg`,
      'https://a/b.jpg',
    ]) {
      expect(await store.read({ photoId, fileId })).toBeNull()
    }
    expect(asked).toEqual([])
  })

  it('tells a photo that the storage does not have from a storage that does not answer', async () => {
    const photoId = randomUUID()
    const photo = { photoId, fileId: `cloud://w.7/photos/${photoId}.jpg` }
    const gone = wechatStore(
      storage({ download: () => Promise.reject({ errCode: -503003, errMsg: 'no file' }) }),
    )
    expect(await gone.read(photo)).toBeNull()
    await expect(wechatStore(storage({ download: failing })).read(photo)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    })
    expect(await wechatStore(storage()).read(photo)).toEqual(Buffer.from('photo'))
  })

  it('keeps each file under a path that nobody guesses, by its name, for two hours', async () => {
    const uploads: Parameters<Storage['upload']>[0][] = []
    const store = wechatStore(
      storage({
        upload: async (request) => {
          uploads.push(request)
          return { fileID, statusCode: 200 }
        },
      }),
    )
    const kept = { url: address.tempFileURL, expiresAt: '2023-06-20T04:00:00.000Z' }
    expect([await store.keep(file, now), await store.keep(file, now)]).toEqual([kept, kept])
    const [first, second] = uploads
    expect(first?.cloudPath).toMatch(/^reports\/[0-9a-f-]{36}\/长沙市窗口平台_2023年_评分表\.xlsx$/)
    expect(second?.cloudPath).not.toBe(first?.cloudPath)
    expect(first?.fileContent.toString()).toBe('content')
  })
})

describe('in the local preview', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('reads no photo under another id, and keeps a file in the local host’s folder', async () => {
    const store = previewStore(folder)
    const photoId = randomUUID()
    writeFileSync(join(folder, photoId), 'photo')
    expect(await store.read({ photoId, fileId: `local:${randomUUID()}` })).toBeNull()
    expect(await store.read({ photoId: randomUUID(), fileId: 'local:x' })).toBeNull()
    expect(await store.read({ photoId, fileId: `local:${photoId}` })).toEqual(Buffer.from('photo'))
    const { url, expiresAt } = await store.keep(file, now)
    const [, id = '', name = ''] = /^\/files\/([0-9a-f-]{36})\?name=(.*)$/.exec(url) ?? []
    expect([decodeURIComponent(name), expiresAt]).toEqual([file.fileName, null])
    expect(readFileSync(join(folder, id), 'utf8')).toBe('content')
  })

  it('is chosen only where the folder of a preview is given', async () => {
    const never = storage({ upload: failing })
    await expect(fileStore({}, never).keep(file, now)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect((await fileStore({ PREVIEW_FILES: folder }, never).keep(file, now)).expiresAt).toBeNull()
  })
})

test('a file’s name keeps Chinese, and nothing that a path, Windows or WeChat gives a meaning to', () => {
  expect(fileNameOf(['../a\\b:c*?"<>|', ' 䶮𠮷 ', '\u0000\ud800x'], 'xlsx')).toBe('abc_䶮𠮷_x.xlsx')
  expect(fileNameOf(['...'], 'zip')).toBe('未命名.zip')
  expect([...fileNameOf(['𠮷'.repeat(200)], 'docx')]).toHaveLength(85)
})
