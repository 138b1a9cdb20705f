import { shrinkOf } from '../../src/phone/platform/types'
import { weappFiles } from '../../src/phone/platform/weapp-files'

let stored: unknown
let mockRefusal: string | null = null
const mockSides: unknown[] = []

jest.mock('@tarojs/taro', () => {
  const refuse = (what: string) => Promise.reject(new Error(`${what}:fail`))
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    cloud: { uploadFile: () => Promise.resolve(stored) },
    chooseMedia: () =>
      mockRefusal !== null
        ? Promise.reject({ errMsg: mockRefusal })
        : Promise.resolve({
            tempFiles: ['good-1', 'no-picture', 'too-odd', 'gone', 'good-2'].map((tempFilePath) => ({
              tempFilePath,
            })),
          }),
    getImageInfo: ({ src }: { src: string }) =>
      src === 'no-picture' ? refuse('getImageInfo') : Promise.resolve({ width: 4032, height: 3024 }),
    compressImage: ({ src, ...sides }: { src: string }) =>
      mockSides.push(sides) && src === 'too-odd'
        ? refuse('compressImage')
        : Promise.resolve({ tempFilePath: `small-${src}` }),
    getFileSystemManager: () => ({
      readFileSync(path: string) {
        if (path === 'small-gone') throw new Error('readFileSync:fail')
        return new Uint8Array([Number(path.at(-1))]).buffer
      },
    }),
  }
})

test('pictures that WeChat cannot read are left out and counted; the others are taken', async () => {
  const begun: number[] = []
  const { pictures, unreadable } = await weappFiles.choose('album', 9, (count) => void begun.push(count))
  // What cannot be made smaller is taken as it is.
  expect(pictures.map(([byte]) => byte)).toEqual([1, 0, 2])
  expect(unreadable).toBe(2)
  expect(begun).toEqual([5])
  // One side, so that a turned picture keeps its shape.
  expect(mockSides[0]).toEqual({ quality: 82, compressedWidth: 1600 })
})

test('a refused camera is told apart from a person who thinks better of it', async () => {
  const asked = () => weappFiles.choose('camera', 9, () => {})
  mockRefusal = 'chooseMedia:fail cancel'
  expect(await asked()).toEqual({ pictures: [], unreadable: 0 })
  for (const words of [
    'fail auth deny',
    'fail system permission denied',
    'fail privacy permission is not authorized',
  ]) {
    mockRefusal = `chooseMedia:${words}`
    expect(await asked()).toMatchObject({ pictures: [], isRefused: true })
  }
  mockRefusal = null
})

test('a picture is made smaller by its shorter side, within what a phone can hold', () => {
  expect(shrinkOf(4032, 3024) * 4032).toBeCloseTo(1600)
  expect(shrinkOf(1080, 12_000)).toBe(1)
  expect(shrinkOf(800, 600)).toBe(1)
  expect(1200 * 40_000 * shrinkOf(1200, 40_000) ** 2).toBeCloseTo(16_000_000)
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
