import { newId } from '../../src/phone/ids'
import { limits, type Photo } from '../../src/shared/records'
import { makeWorld, save, settle } from './world'

async function take(
  phone: ReturnType<ReturnType<typeof makeWorld>['open']>,
  recordId: string,
): Promise<Photo[]> {
  const photos: Photo[] = []
  await phone.photos.add(recordId, 'album', 0, (photo) => photos.push(photo))
  return photos
}

describe('photos', () => {
  it('leave out the one that is too large, keep those after it, and say so', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1]), new Uint8Array(limits.photoBytes + 1), new Uint8Array([2])]
    const phone = world.open()
    const photos: Photo[] = []
    const adding = phone.photos.add(newId(), 'album', 0, (photo) => photos.push(photo))
    await expect(adding).rejects.toThrow('超过 20 MB')
    expect(photos).toHaveLength(2)
    expect([...phone.photos.store.get().photos.keys()]).toEqual(photos.map((photo) => photo.id))
  })

  it('are not sent before their record is received', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1, 2, 3])]
    const phone = world.open()
    await settle()
    const id = newId()
    const photos = await take(phone, id)
    world.server.fate = ({ action }) => (action === 'push' ? 'lost' : 'fine')
    save(phone, { photos }, id)
    await world.clock.pass(10_000)
    phone.photos.retry()
    await world.clock.pass(1_000)
    expect(world.uploads).toEqual([])
    world.server.fate = () => 'fine'
    phone.outbox.retry()
    await world.clock.pass(1_000)
    expect(world.uploads).toEqual(photos.map((photo) => photo.id))
    expect(world.server.photos.size).toBe(1)
  })

  it('keep their place in the file store when only the note to the server was lost', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1]), new Uint8Array([2])]
    const phone = world.open()
    await settle()
    const id = newId()
    const photos = await take(phone, id)
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    save(phone, { photos }, id)
    await world.clock.pass(10_000)
    expect(phone.photos.store.get().failures.size).toBe(2)
    world.server.fate = () => 'fine'
    await world.clock.pass(60_000)
    expect(world.uploads.sort()).toEqual(photos.map((photo) => photo.id).sort())
    expect(world.server.photos.size).toBe(2)
    expect(phone.photos.store.get().failures.size).toBe(0)
  })

  it('survive the death of the app', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1, 2, 3])]
    const id = newId()
    const [photo] = await take(world.open(), id)
    if (!photo) throw new Error('no photo')
    expect(await world.open().photos.address(photo.id)).toBe(`file:${photo.id}`)
    expect(photo).toMatchObject({
      size: 3,
      sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
    })
  })

  it('say so when the file is gone, and do not block the others', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1]), new Uint8Array([2])]
    const phone = world.open()
    await settle()
    const id = newId()
    const photos = await take(phone, id)
    world.files.delete(photos[0]?.id ?? '')
    save(phone, { photos }, id)
    await world.clock.pass(1_000)
    expect(phone.photos.store.get().failures.get(photos[0]?.id ?? '')).toContain('找不到')
    expect(world.server.photos).toEqual(new Set([photos[1]?.id]))
  })
})
