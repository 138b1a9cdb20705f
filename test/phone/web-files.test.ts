import { webFiles } from '../../src/phone/platform/web-files'

jest.mock('../../src/phone/platform/web-people', () => ({ currentPerson: () => null }))

/** The local host answers an upload with this. */
function answering(status: number, body: unknown): Promise<string> {
  jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response(JSON.stringify(body), { status }))
  return webFiles.upload('a-photo', new Uint8Array([1]))
}

describe('what the local host answers to a picture', () => {
  afterEach(() => jest.restoreAllMocks())

  test('counts when it stored it', async () => {
    expect(await answering(200, { fileId: 'a-photo' })).toBe('a-photo')
  })
  test.each([403, 413, 500])('is no success with status %i, whatever id stands beside it', async (status) => {
    await expect(answering(status, { fileId: 'a-photo' })).rejects.toThrow('服务器没有收下这张照片')
  })
  test('is no success when it is the page of another network', async () => {
    await expect(answering(200, '<html>')).rejects.toThrow('需要先登录 Wi-Fi')
  })
})
