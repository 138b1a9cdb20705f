import { weappFiles } from '../../src/phone/platform/weapp-files'

jest.mock('@tarojs/taro', () => {
  const refuse = (what: string) => Promise.reject(new Error(`${what}:fail`))
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
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
