import { weappFiles } from '../../src/phone/platform/weapp-files'

let stored: unknown

jest.mock('@tarojs/taro', () => {
  const refuse = (what: string) => Promise.reject(new Error(`${what}:fail`))
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    cloud: { uploadFile: () => Promise.resolve(stored) },
    chooseMedia: () =>
      Promise.resolve({
        tempFiles: ['good-1', 'no-picture', 'too-odd', 'gone', 'good-2'].map((tempFilePath) => ({
          tempFilePath,
        })),
      }),
    getImageInfo: ({ src }: { src: string }) =>
      src === 'no-picture' ? refuse('getImageInfo') : Promise.resolve({ width: 4032, height: 3024 }),
    compressImage: ({ src }: { src: string }) =>
      src === 'too-odd' ? refuse('compressImage') : Promise.resolve({ tempFilePath: `small-${src}` }),
    getFileSystemManager: () => ({
      readFileSync(path: string) {
        if (path === 'small-gone') throw new Error('readFileSync:fail')
        return new Uint8Array([Number(path.at(-1))]).buffer
      },
    }),
  }
})

test('pictures that WeChat cannot read are left out and counted; the others are taken', async () => {
  const { pictures, unreadable } = await weappFiles.choose('album', 9)
  expect(pictures.map(([byte]) => byte)).toEqual([1, 2])
  expect(unreadable).toBe(3)
})

describe('what WeChat’s file store answers', () => {
  const upload = () => weappFiles.upload('a-photo', new Uint8Array([1]))

  test.each([200, 204, undefined])('counts with status %s', async (statusCode) => {
    stored = { fileID: 'cloud://a-photo', statusCode }
    expect(await upload()).toBe('cloud://a-photo')
  })
  test.each([302, 403, 413, 500])(
    'is no success with status %i, whatever id stands beside it',
    async (statusCode) => {
      stored = { fileID: 'cloud://a-photo', statusCode }
      await expect(upload()).rejects.toThrow('服务器没有收下这张照片')
    },
  )
  test.each([undefined, { statusCode: 200 }, { fileID: '', statusCode: 200 }])(
    'is no success without an id',
    async (answer) => {
      stored = answer
      await expect(upload()).rejects.toThrow('服务器没有收下这张照片')
    },
  )
})
