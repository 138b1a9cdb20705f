import { newId } from '../../src/phone/ids'
import { limits, type Photo } from '../../src/shared/records'
import { activity, draft, makeWorld, save, secondPlatform, settle } from './world'

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

  it('of a record that is received while those of another are on their way follow them', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1])]
    const phone = world.open()
    await settle()
    let arrive = () => {}
    world.server.onTheWay = (action) =>
      action === 'attachPhoto' ? new Promise<void>((resolve) => (arrive = resolve)) : undefined
    const [first, second] = [newId(), newId()]
    const photos = [...(await take(phone, first)), ...(await take(phone, second))]
    save(phone, { photos: photos.slice(0, 1) }, first)
    await settle()
    save(phone, { photos: photos.slice(1) }, second)
    await settle()
    expect(world.server.stored).toHaveLength(2)
    world.server.onTheWay = () => {}
    arrive()
    await world.clock.pass(1_000)
    expect(world.server.photos).toEqual(new Set(photos.map(({ id }) => id)))
  })

  it('that the file store does not take wait with the reason, and are sent again', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1])]
    world.storeRefuses = true
    const phone = world.open()
    await settle()
    const id = newId()
    const [photo] = await take(phone, id)
    if (!photo) throw new Error('no photo')
    save(phone, { photos: [photo] }, id)
    await world.clock.pass(500)
    expect(phone.photos.store.get().failures.get(photo.id)).toContain('服务器没有收下这张照片')
    expect(phone.photos.store.get().photos.get(photo.id)).toMatchObject({ fileId: null, attached: false })
    expect(world.server.requests.filter(({ action }) => action === 'attachPhoto')).toEqual([])
    world.storeRefuses = false
    await world.clock.pass(60_000)
    expect(world.server.photos).toEqual(new Set([photo.id]))
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

  it('leave out the one that cannot be read, keep the others, and say how many', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1]), new Uint8Array([2])]
    world.unreadable = 2
    const phone = world.open()
    const photos: Photo[] = []
    const adding = phone.photos.add(newId(), 'album', 0, (photo) => photos.push(photo))
    await expect(adding).rejects.toThrow('2 张照片读不出来')
    expect(photos).toHaveLength(2)
  })

  it('leave no file behind when there is no room for their entry', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1])]
    const phone = world.open()
    world.storage.room = 0
    await expect(take(phone, newId())).rejects.toThrow('空间已满')
    expect(world.files.size).toBe(0)
    expect(phone.photos.store.get().photos.size).toBe(0)
  })

  it('do not come back without a file when they are removed while they are sent', async () => {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1])]
    const phone = world.open()
    await settle()
    const id = newId()
    const photos = await take(phone, id)
    const removed = new Promise<void>((resolve) => {
      world.server.onTheWay = async (action) => {
        if (action !== 'attachPhoto') return
        world.server.onTheWay = () => {}
        save(phone, { photos: [] }, id, '照片不对')
        // The edit is received before the answer about the picture.
        for (let turn = 0; turn < 5; turn += 1) await settle()
        await phone.letGoOfPhotos(id)
        resolve()
      }
    })
    save(phone, { photos }, id)
    await world.clock.pass(1_000)
    await removed
    await settle()
    expect(world.server.rows.get(id)?.record.payload).toMatchObject({ photos: [] })
    expect(world.files.size).toBe(0)
    expect(phone.photos.store.get().photos.size).toBe(0)
    expect(world.storage.keys().filter((key) => key.startsWith('photo/'))).toEqual([])
  })
})

describe('a person of two platforms', () => {
  /** Saves a record with a photo at the second platform, then goes back to the first before anything is sent. */
  async function workedAtBoth() {
    const world = makeWorld()
    world.server.platforms.push(secondPlatform)
    world.chosen = [new Uint8Array([1])]
    const phone = world.open()
    await settle()
    phone.session.choose(`member-${secondPlatform.id}`)
    world.server.fate = () => 'lost'
    const id = newId()
    const photos = await take(phone, id)
    phone.saveRecord(draft(id, { platformId: secondPlatform.id }), activity({ photos }))
    phone.session.choose('member-liuyang')
    return { world, phone, photo: photos[0]?.id }
  }

  it('changes a record of the other platform where it is, although its form opens under the one that is open', async () => {
    const { world, phone } = await workedAtBoth()
    const [id = ''] = phone.outbox.items.get().keys()
    phone.saveRecord(draft(id, { reason: '改人数' }), activity({ attendances: 7 }))
    world.server.fate = () => 'fine'
    phone.network(true)
    await world.clock.pass(1_000)
    expect(world.server.stored).toMatchObject([
      { id, platformId: secondPlatform.id, payload: { attendances: 7 } },
    ])
  })

  it('changes a record of the other platform where it is, although it was received while its form was open', async () => {
    const { world, phone } = await workedAtBoth()
    const [id = ''] = phone.outbox.items.get().keys()
    const changing = draft(id, { reason: '改人数' })
    phone.drafts.change(changing)
    world.server.fate = () => 'fine'
    phone.network(true)
    await world.clock.pass(1_000)
    phone.saveRecord(phone.drafts.store.get().get(id) ?? changing, activity({ attendances: 7 }))
    await world.clock.pass(1_000)
    expect(world.server.stored.at(-1)).toMatchObject({ id, payload: { attendances: 7 } })
    expect(new Set(world.server.stored.map(({ platformId }) => platformId))).toEqual(
      new Set([secondPlatform.id]),
    )
    expect(phone.outbox.items.get().size).toBe(0)
  })

  it('keeps a photo that the server waits for when a change of its record, of the other platform, is thrown away', async () => {
    const { world, phone, photo = '' } = await workedAtBoth()
    const [id = ''] = phone.outbox.items.get().keys()
    phone.drafts.change(draft(id, { reason: '改人数' }))
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    phone.network(true)
    await world.clock.pass(1_000)
    await phone.discardDraft(id)
    expect(world.files.has(photo)).toBe(true)
    world.server.fate = () => 'fine'
    await world.clock.pass(600_000)
    expect(world.server.photos.size).toBe(1)
  })

  it('keeps a photo of a record of which the phone itself knows nothing any more', async () => {
    const { world, phone, photo = '' } = await workedAtBoth()
    const [id = ''] = phone.outbox.items.get().keys()
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    phone.network(true)
    await world.clock.pass(1_000)
    for (const key of world.storage.keys()) if (key.startsWith('known')) world.storage.remove(key)
    phone.drafts.change(
      draft(id, { reason: '改人数', changes: { revision: 1, returnReason: null, fromServer: true } }),
    )
    await phone.discardDraft(id)
    expect(world.files.has(photo)).toBe(true)
  })

  it('gets the photos of both up, whichever is open', async () => {
    const { world, phone, photo } = await workedAtBoth()
    world.server.fate = () => 'fine'
    phone.network(true)
    await world.clock.pass(1_000)
    expect(phone.known.store.get().platformId).toBe('liuyang')
    expect(world.server.photos).toEqual(new Set([photo]))
  })

  it('gets them up after the death of the app between the record and its photos', async () => {
    const { world, phone, photo } = await workedAtBoth()
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    phone.network(true)
    await world.clock.pass(1_000)
    expect(world.server.stored).toHaveLength(1)
    world.server.fate = () => 'fine'
    const next = world.open()
    await world.clock.pass(1_000)
    expect(next.known.store.get().platformId).toBe('liuyang')
    expect(world.server.photos).toEqual(new Set([photo]))
  })

  it('gets them up when the platform is opened again, if the phone has kept nothing of it meanwhile', async () => {
    const { world, phone, photo } = await workedAtBoth()
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    phone.network(true)
    await world.clock.pass(1_000)
    for (const key of world.storage.keys())
      if (key.startsWith(`known/${secondPlatform.id}`)) world.storage.remove(key)
    world.server.fate = () => 'fine'
    await world.clock.pass(600_000)
    expect(world.server.photos.size).toBe(0)
    phone.session.choose(`member-${secondPlatform.id}`)
    await world.clock.pass(1_000)
    expect(world.server.photos).toEqual(new Set([photo]))
  })
})

describe('the file of a photo stays', () => {
  /** A phone with a record that waits to be sent, with two photos. */
  async function waiting() {
    const world = makeWorld()
    world.chosen = [new Uint8Array([1]), new Uint8Array([2])]
    const phone = world.open()
    await settle()
    phone.hide()
    const id = newId()
    const photos = await take(phone, id)
    save(phone, { photos }, id)
    await settle()
    const [first, second] = photos
    if (!first || !second) throw new Error('no photos')
    return { world, phone, id, photos, first, second }
  }

  it('while a saved version names it, although an edit begun since does not', async () => {
    const { world, phone, id, first, second } = await waiting()
    phone.drafts.change(draft(id, { fields: { photos: [first] } }))
    await phone.letGoOfPhotos(id)
    expect([...world.files.keys()]).toEqual([first.id, second.id])
    await phone.discardDraft(id)
    expect([...world.files.keys()]).toEqual([first.id, second.id])
    phone.show()
    await world.clock.pass(1_000)
    expect(world.server.photos).toEqual(new Set([first.id, second.id]))
  })

  it('while only an unsaved edit names it', async () => {
    const { world, phone, id, first, second } = await waiting()
    phone.drafts.change(draft(id, { fields: { photos: [first, second] } }))
    save(
      { saveRecord: (_draft, payload) => phone.outbox.save({ ...common(id), payload }) },
      { photos: [] },
      id,
    )
    await phone.letGoOfPhotos(id)
    expect(world.files.size).toBe(2)
  })

  it('until the edit that leaves it out is saved, when it was never sent', async () => {
    const { world, phone, id, first } = await waiting()
    save(phone, { photos: [first] }, id)
    await settle()
    expect([...world.files.keys()]).toEqual([first.id])
  })

  it('as long as the server may have a version that names it', async () => {
    const { world, phone, id, photos, first } = await waiting()
    let pushes = 0
    world.server.fate = ({ action }) => {
      if (action === 'attachPhoto') return 'lost'
      return action === 'push' && pushes++ === 0 ? 'reply-lost' : 'fine'
    }
    phone.show()
    await settle()
    expect(world.server.stored).toHaveLength(1)
    save(phone, { photos: [first] }, id, '少一张')
    await settle()
    expect(world.files.size).toBe(2)
    expect(photos).toHaveLength(2)
    // Received at last, without it.
    await world.clock.pass(60_000)
    expect(world.files.size).toBe(2)
    world.clock.skip(25 * 60 * 60_000)
    phone.show()
    await world.clock.pass(1_000)
    expect(world.server.rows.get(id)?.record.payload).toMatchObject({ photos: [first] })
    expect([...world.files.keys()]).toEqual([first.id])
  })

  it('when anything in storage cannot be read, since that may name it', async () => {
    const { world, phone, id } = await waiting()
    world.storage.content.set(`draft/${newId()}`, '{')
    const next = world.open()
    save(next, { photos: [] }, id)
    await world.clock.pass(1_000)
    expect(world.files.size).toBe(2)
    expect(phone.keep.health.get().damaged).toEqual([])
  })

  it('when the change that is given up left it out, and goes when only that change had it', async () => {
    const { world, phone, id, photos, first } = await waiting()
    phone.show()
    // The record arrives, its photos do not.
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    await world.clock.pass(500)
    world.server.refuseRecord = () => 'STATE_NOT_POSSIBLE'
    world.chosen = [new Uint8Array([3])]
    const [third] = await take(phone, id)
    if (!third) throw new Error('no photo')
    save(phone, { photos: [first, third] }, id, '换一张')
    await world.clock.pass(500)
    expect(phone.records.get()).toMatchObject([{ state: 'failed', code: 'STATE_NOT_POSSIBLE' }])
    expect(world.files.size).toBe(3)
    await phone.discardChange(id)
    world.clock.skip(25 * 60 * 60_000)
    phone.show()
    await world.clock.pass(500)
    expect(phone.records.get()).toMatchObject([{ state: 'submitted', payload: { photos } }])
    expect([...world.files.keys()]).toEqual(photos.map((photo) => photo.id))
  })

  it('for a day when the app died before the form could name it, and goes when nothing does then', async () => {
    const { world, phone, id, photos } = await waiting()
    world.server.fate = ({ action }) => (action === 'attachPhoto' ? 'lost' : 'fine')
    phone.show()
    await world.clock.pass(1_000)
    await take(phone, id)
    const next = world.open()
    await world.clock.pass(1_000)
    expect(world.files.size).toBe(4)
    world.clock.skip(25 * 60 * 60_000)
    next.show()
    await world.clock.pass(1_000)
    expect([...world.files.keys()]).toEqual(photos.map((photo) => photo.id))
  })

  it('at the start, unless nothing knows of it and it is older than a day', async () => {
    const world = makeWorld()
    const old = newId(world.clock.now() - 25 * 60 * 60_000)
    world.chosen = [new Uint8Array([1])]
    const phone = world.open()
    const [drafted] = await take(phone, newId())
    if (!drafted) throw new Error('no photo')
    phone.hide()
    await world.clock.pass(48 * 60 * 60_000)
    const since = newId(world.clock.now())
    for (const name of [old, since, 'a-name-of-somebody-else']) world.files.set(name, new Uint8Array([9]))
    world.open()
    await world.clock.pass(1_000)
    expect([...world.files.keys()]).toEqual([drafted.id, since, 'a-name-of-somebody-else'])
  })
})

const common = (id: string) => ({
  id,
  platformId: 'liuyang',
  reason: '',
  serverRevision: 0,
  returnSeen: false,
})
