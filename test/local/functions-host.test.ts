import { createHash, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { z } from 'zod'
import { startHost, type RunningHost } from '../../cloudfunctions/local'
import { newFolder, removeFolders, stubFunctions } from './folders'
import { callAs, json, send } from './requests'

jest.setTimeout(120_000)
let host: RunningHost
beforeAll(async () => {
  host = await startHost({ folder: newFolder(), seed: null, functions: stubFunctions })
})
afterAll(async () => {
  await host.stop()
  removeFolders()
})

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  send(host.url, path, { method: 'POST', body, headers })

describe('requests that do not reach a function', () => {
  test('another Host than the loopback is refused, as a page that rebinds its name would send', async () => {
    for (const name of ['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', '10.0.0.1']) {
      const reply = await post('/functions/who', '{}', { host: name })
      expect([name, reply.status]).toEqual([name, 403])
    }
    expect((await send(host.url, '/preview/people', { headers: { host: 'evil.example' } })).status).toBe(403)
  })

  test('a request of another site is refused, one of our own page is taken', async () => {
    const origin = (value: string) =>
      post('/functions/who', '{}', { origin: value, host: new URL(host.url).host })
    expect((await origin('https://evil.example')).status).toBe(403)
    expect((await origin('null')).status).toBe(403)
    expect((await origin(host.url)).status).toBe(200)
  })

  test('it listens on the loopback address alone', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each !== undefined && each.family === 'IPv4' && !each.internal)
    for (const other of others) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host: other?.address ?? '', port: Number(new URL(host.url).port) })
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      })
      expect(reached).toBe(false)
    }
    expect(new URL(host.url).hostname).toBe('127.0.0.1')
  })

  test('an unknown function, another method and a broken body are refused in the words of the cloud', async () => {
    expect((await post('/functions/nobody', '{}')).status).toBe(404)
    expect((await post('/functions/..%2fwho', '{}')).status).toBe(405)
    expect((await send(host.url, '/functions/who')).status).toBe(405)
    const broken = await post('/functions/who', '{')
    expect([broken.status, json(broken)]).toMatchObject([400, { errCode: -501001 }])
  })

  test('an event over 6 MB is read to its end and refused', async () => {
    const reply = await post('/functions/who', `"${'x'.repeat(7_000_000)}"`)
    expect([reply.status, json(reply)]).toMatchObject([413, { errMsg: 'event over 6 MB' }])
  })
})

describe('calls that the platform ends', () => {
  test('an answer over 6 MB is refused; one just below it arrives', async () => {
    const tooBig = await post('/functions/big', JSON.stringify({ bytes: 6 * 1024 * 1024 }))
    expect([tooBig.status, json(tooBig)]).toMatchObject([502, { errMsg: 'body size is too long' }])
    const fits = await post('/functions/big', JSON.stringify({ bytes: 6 * 1024 * 1024 - 2 }))
    expect([fits.status, fits.body.length]).toEqual([200, 6 * 1024 * 1024])
  })

  test('a function that takes longer than its config.json allows is ended', async () => {
    const reply = await post('/functions/slow', '{}')
    expect([reply.status, json(reply)]).toMatchObject([504, { errCode: -504003 }])
  })

  test('a function that throws ends its own call and no other', async () => {
    const reply = await post('/functions/broken', '{}')
    expect([reply.status, json(reply)]).toMatchObject([500, { errMsg: 'broken on purpose' }])
    expect(await callAs(host.url, 'preview-a', 'who', {})).toMatchObject({ before: 'preview-a' })
  })
})

describe('who is calling', () => {
  test('without the header, or with a malformed one, it is nobody', async () => {
    for (const openid of [null, '', '123456789', 'a b c d e f', 'x'.repeat(65)]) {
      const answer = await callAs(host.url, openid, 'who', {
        openid: 'preview-province',
        userInfo: { openId: 'x' },
      })
      expect(answer).toMatchObject({ before: null, after: null })
    }
  })

  test('300 callers at once each see themselves, before and after waiting', async () => {
    const openids = Array.from({ length: 300 }, (_, at) => `preview-caller-${at}`)
    const answers = await Promise.all(openids.map((openid) => callAs(host.url, openid, 'who', {})))
    expect(answers).toMatchObject(openids.map((openid) => ({ before: openid, after: openid })))
  })

  test('the call has a request id of its own, and the limit of its config.json', async () => {
    const reply = await post('/functions/who', '{"a":1}', { 'x-preview-openid': 'preview-a' })
    expect(json(reply)).toMatchObject({
      event: { a: 1 },
      source: 'wx_client',
      limit: 20_000,
      requestId: reply.headers['x-request-id'],
    })
  })
})

describe('photos', () => {
  const openid = { 'x-preview-openid': 'preview-a' }
  const put = (id: string, body: Buffer, headers: Record<string, string> = openid) =>
    send(host.url, `/files/${id}`, { method: 'PUT', body, headers })
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(300_000, 7)])

  test('are refused from nobody, without a proper id, empty, over 20 MB, and in place of another', async () => {
    const id = randomUUID()
    expect((await put(id, picture, {})).status).toBe(401)
    expect((await put('not-a-uuid', picture)).status).toBe(400)
    expect((await put(id, Buffer.alloc(0))).status).toBe(400)
    expect((await put(id, Buffer.alloc(20 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await put(id, picture)).status).toBe(200)
    expect((await put(id, Buffer.from('another'))).status).toBe(409)
    expect((await send(host.url, `/files/${randomUUID()}`)).status).toBe(404)
  })

  test('come back byte for byte with their type, and are taken again', async () => {
    const id = randomUUID()
    const sha256 = createHash('sha256').update(picture).digest('hex')
    for (let round = 0; round < 2; round += 1) {
      expect(json(await put(id, picture))).toEqual({ fileId: `local:${id}`, sha256, size: picture.length })
    }
    const reply = await send(host.url, `/files/${id}`)
    expect([reply.status, reply.headers['content-type'], reply.body.equals(picture)]).toEqual([
      200,
      'image/jpeg',
      true,
    ])
  })

  test('what is no picture is never served as a page', async () => {
    const id = randomUUID()
    await put(id, Buffer.from('<script>alert(1)</script>'))
    const { headers } = await send(host.url, `/files/${id}`)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    })
  })
})

test('a database without people offers two strangers to sign in as', async () => {
  const people = z
    .object({ people: z.array(z.object({ openid: z.string(), role: z.null() })) })
    .parse(json(await send(host.url, '/preview/people')))
  expect(people.people.map((person) => person.openid)).toEqual(['preview-newcomer-1', 'preview-newcomer-2'])
})
