import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openStaticFiles } from '../../cloudfunctions/local/web/static-files'
import { newFolder, removeFolders } from './folders'

const script = 'console.log(1)\n'.repeat(100)
let find: ReturnType<typeof openStaticFiles>
beforeAll(() => {
  const folder = newFolder()
  const web = join(folder, 'web')
  mkdirSync(join(web, 'js'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(web, '.hidden'), 'secret')
  writeFileSync(join(web, 'index.html'), '<h1>预览</h1>')
  writeFileSync(join(web, 'js', 'app.0123abcd.js'), script)
  writeFileSync(join(web, 'logo.png'), Buffer.from([0x89, 0x50]))
  find = openStaticFiles(web)
})
afterAll(removeFolders)

test('nothing outside the folder is found, however the path is written', async () => {
  const paths = [
    '/../secret.txt',
    '/js/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%5csecret.txt',
    '/..\\secret.txt',
    '//../secret.txt',
    '/.hidden',
    '/js',
    '/%00',
    '/%',
    '/nothing.js',
  ]
  for (const path of paths) expect([path, await find(path, false)]).toEqual([path, null])
})

test('the folder itself is its index, never kept by the browser', async () => {
  const file = await find('/', false)
  expect(file?.content.toString()).toBe('<h1>预览</h1>')
  expect(file?.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  })
})

test('scripts travel compressed to who can read that, and are kept when their name has a hash', async () => {
  const zipped = await find('/js/app.0123abcd.js', true)
  expect(zipped?.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(gunzipSync(zipped?.content ?? '').toString()).toBe(script)
  const plain = await find('/js/app.0123abcd.js', false)
  expect([plain?.content.toString(), plain?.headers['content-encoding']]).toEqual([script, undefined])
  expect((await find('/logo.png', true))?.headers).toEqual({
    'content-type': 'image/png',
    'cache-control': 'no-cache',
  })
})
