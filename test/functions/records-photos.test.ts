/** `records`: photos, which arrive apart from the record that names them. */
import { randomUUID } from 'node:crypto'
import type { PushedRecord } from '../../src/shared/records'
import { activity, record, revised, type Name } from './harness'
import { recordsWorld } from './recording'

const { as, database, deedsOf, push } = recordsWorld()

describe('photos', () => {
  const photo = (digit: string) => ({ id: randomUUID(), sha256: digit.repeat(64), size: 1000 })
  const withPhotos = async (): Promise<{ pushed: PushedRecord; photos: ReturnType<typeof photo>[] }> => {
    const photos = [photo('a'), photo('b')]
    const pushed = record({ payload: activity({ photos }) })
    await push('阿丽', pushed)
    return { pushed, photos }
  }

  it('refuses a photo of other content, one that the record does not name, and other people', async () => {
    const { pushed, photos } = await withPhotos()
    const attach = (who: Name, given: object) =>
      as(who).refused('attachPhoto', { recordId: pushed.id, photo: given, fileId: 'cloud://a' })
    expect(await attach('阿丽', { ...photos[0], sha256: 'c'.repeat(64) })).toMatchObject({
      code: 'PHOTO_MISMATCH',
      retry: 'later',
    })
    expect(await attach('阿丽', { ...photos[0], size: 999 })).toMatchObject({ code: 'PHOTO_MISMATCH' })
    expect(await attach('阿丽', photo('a'))).toMatchObject({ code: 'PHOTO_MISMATCH' })
    expect(await attach('老李', { ...photos[0] })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await attach('小陈', { ...photos[0] })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('counts what is missing down, and takes the same photo again', async () => {
    const { pushed, photos } = await withPhotos()
    const [first, second] = photos
    if (!first || !second) throw new Error('two photos')
    expect((await as('阿丽').call('get', { id: pushed.id })).missingPhotos).toEqual([first.id, second.id])
    const attach = (given: typeof first) =>
      as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: given, fileId: `cloud://${given.id}` })
    const [one, again] = await Promise.all([attach(first), attach(first)])
    expect([one, again]).toEqual([{ missingPhotos: [second.id] }, { missingPhotos: [second.id] }])
    expect(await attach(second)).toEqual({ missingPhotos: [] })
    expect((await deedsOf(pushed.id)).map(({ action }) => action)).toEqual([
      'submit',
      'attachPhoto',
      'attachPhoto',
    ])
  })

  it('tells other phones that a photo has arrived', async () => {
    const { pushed, photos } = await withPhotos()
    const since = (
      await database
        .selectFrom('platform_changes')
        .selectAll()
        .where('platform_id', '=', 'p-changsha')
        .executeTakeFirstOrThrow()
    ).last_change
    await as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: photos[0] ?? photo('x'), fileId: 'f' })
    const { records } = await as('小美').call('pull', { platformId: 'p-changsha', cursor: String(since) })
    expect(records).toMatchObject([{ id: pushed.id, missingPhotos: [photos[1]?.id] }])
  })

  it('misses a photo again that a new revision names with other content', async () => {
    const { pushed, photos } = await withPhotos()
    const [first] = photos
    if (!first) throw new Error('a photo')
    await as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: first, fileId: 'f' })
    const replaced = { ...first, sha256: 'd'.repeat(64) }
    await push('阿丽', revised(pushed, activity({ photos: [replaced] })))
    expect((await as('阿丽').call('get', { id: pushed.id })).missingPhotos).toEqual([first.id])
    const attached = await as('阿丽').call('attachPhoto', {
      recordId: pushed.id,
      photo: replaced,
      fileId: 'g',
    })
    expect(attached.missingPhotos).toEqual([])
  })
})
