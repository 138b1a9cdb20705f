import { newId } from '../../src/phone/ids'
import { makeWorld, settle } from './world'

const MB = 1024 * 1024

/** A phone that has kept these pictures since long ago, the oldest first. */
function keeping(pictures: { megabytes: number; attached: boolean }[]) {
  const world = makeWorld()
  const ids = pictures.map(({ megabytes, attached }, index) => {
    const id = newId(world.clock.now())
    const kept = {
      photo: { id, sha256: 'a'.repeat(64), size: megabytes * MB },
      recordId: newId(world.clock.now()),
      takenAt: new Date(world.clock.now() + index * 1_000).toISOString(),
      fileId: attached ? `cloud://${id}` : null,
      attached,
    }
    world.storage.set(`photo/${id}`, JSON.stringify(kept))
    world.files.set(id, new Uint8Array([1]))
    return id
  })
  return { world, ids, phone: world.open() }
}
const waiting = (megabytes: number) => ({ megabytes, attached: false })
const attached = (megabytes: number) => ({ megabytes, attached: true })

describe('the room for pictures', () => {
  it('is warned of when four fifths of 200 MB are taken, and not before', async () => {
    const almost = keeping([...Array<number>(8).fill(19), 7].map(waiting)).phone
    expect(almost.photos.nearlyFull.get()).toBe(false)
    const { phone, world } = keeping([...Array<number>(8).fill(19), 8].map(waiting))
    expect(phone.photos.nearlyFull.get()).toBe(true)
    await settle()
    // Nothing that has not arrived is given up for it.
    expect(world.files.size).toBe(9)
  })

  it('is given back by the oldest pictures that the server has, beyond half of it, and never by others', async () => {
    const { phone, world, ids } = keeping([
      waiting(19),
      ...Array<number>(6).fill(19).map(attached),
      waiting(19),
    ])
    await settle()
    const [oldest, firstAttached] = ids
    expect([...world.files.keys()]).toEqual(ids.filter((id) => id !== firstAttached))
    expect(world.files.has(oldest ?? '')).toBe(true)
    expect(phone.photos.nearlyFull.get()).toBe(false)
  })

  it('is made for a new picture by those that the server has, the oldest first, and by no others', async () => {
    const { phone, world, ids } = keeping([waiting(1), attached(1), attached(1)])
    await settle()
    const put = world.files.set.bind(world.files)
    const MOST = 3
    world.files.set = (name, bytes) => {
      if (world.files.size >= MOST) throw new Error('the maximum size of the file storage limit is exceeded')
      return put(name, bytes)
    }
    world.chosen = [new Uint8Array([1]), new Uint8Array([2]), new Uint8Array([3])]
    const taken: string[] = []
    const adding = phone.photos.add(newId(), 'album', 0, ({ id }) => taken.push(id))
    await expect(adding).rejects.toThrow('file storage limit')
    expect([...world.files.keys()]).toEqual([ids[0], ...taken])
    expect(taken).toHaveLength(2)
  })
})
