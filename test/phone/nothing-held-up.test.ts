/** What is slow, late or put back holds up nothing else, and loses nothing. */
import { newId } from '../../src/phone/ids'
import { PhotosRefused } from '../../src/phone/photos'
import { limits, type Photo } from '../../src/shared/records'
import { activity, draft, makeWorld, save, settle } from './world'

const bytes = (seed: number) => Uint8Array.from({ length: 50 }, (_, index) => (index * seed) % 256)

/** A saved record with pictures, of which the first hangs on its way. */
async function withHanging(count: number) {
  const world = makeWorld()
  const phone = world.open()
  await settle()
  const id = newId(world.clock.now())
  world.chosen = Array.from({ length: count }, (_, index) => bytes(index + 3))
  const photos: Photo[] = []
  await phone.photos.add(id, 'album', 0, (photo) => void photos.push(photo))
  const [first = ''] = photos.map((photo) => photo.id)
  world.hanging.add(first)
  phone.saveRecord(draft(id), activity({ photos }))
  await settle()
  return { world, phone, id, photos, first }
}

describe('an upload that never calls back', () => {
  it('ends after 60 seconds, says so, and is tried again', async () => {
    const { world, phone, first } = await withHanging(1)
    await world.clock.pass(59_000)
    expect(phone.photos.store.get().failures.size).toBe(0)
    await world.clock.pass(1_500)
    expect(phone.photos.store.get().failures.get(first)).toContain('等了很久没有收到回复')
    world.hanging.clear()
    await world.clock.pass(60_000)
    expect(world.server.photos).toEqual(new Set([first]))
    expect(phone.photos.store.get().failures.size).toBe(0)
  })

  it('holds up neither the other pictures nor a refresh nor 放弃修改', async () => {
    const { world, phone, id, photos, first } = await withHanging(limits.photos)
    await settle()
    expect(world.server.photos).toEqual(
      new Set(photos.map((photo) => photo.id).filter((each) => each !== first)),
    )
    let done = 0
    void phone.refresh().then(() => (done += 1))
    void phone.discardChange(id).then(() => (done += 1))
    await settle()
    expect(done).toBe(2)
  })
})

describe('pictures that are being prepared', () => {
  it('are counted while they are, and all arrive', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    let ready = () => {}
    world.preparing = () => new Promise((resolve) => (ready = resolve))
    world.chosen = [bytes(3), bytes(5), bytes(7)]
    const id = newId(world.clock.now())
    const photos: Photo[] = []
    const adding = phone.photos.add(id, 'album', 0, (photo) => void photos.push(photo))
    await settle()
    expect(phone.photos.store.get().preparing).toEqual(new Map([[id, 3]]))
    ready()
    await adding
    expect(phone.photos.store.get().preparing.size).toBe(0)
    expect(photos).toHaveLength(3)
  })

  it('are none once the camera is refused, and the person is told what to do', async () => {
    const world = makeWorld()
    world.refusesCamera = true
    const phone = world.open()
    const adding = phone.photos.add(newId(), 'camera', 0, () => {})
    await expect(adding).rejects.toThrow(PhotosRefused)
    expect(phone.photos.store.get().preparing.size).toBe(0)
  })
})

describe('answers that come late', () => {
  /** Holds back the requests of an action until they are let go, in whatever order. */
  function held(action: string) {
    const world = makeWorld()
    const waiting: (() => void)[] = []
    let holds = false
    world.server.onTheWay = (asked) => {
      if (holds && asked === action) return new Promise<void>((resolve) => void waiting.push(resolve))
    }
    return { world, waiting, hold: () => (holds = true), free: () => (holds = false) }
  }

  it('never replace a newer one', async () => {
    const { world, waiting, hold, free } = held('pull')
    const phone = world.open()
    await settle()
    hold()
    const question = phone.ask('records', 'pull', { platformId: 'liuyang', cursor: null })
    world.server.latest = 1
    void question.load()
    await settle()
    free()
    world.server.latest = 2
    await question.load()
    world.server.latest = 1
    waiting.forEach((go) => go())
    await settle()
    expect(question.store.get().data?.latest).toBe(2)
    const again = phone.ask('records', 'pull', { platformId: 'liuyang', cursor: null })
    expect(again.store.get().data?.latest).toBe(2)
  })

  it('nor does a late failure of the standing', async () => {
    const { world, hold, free } = held('progress')
    const phone = world.open()
    await settle()
    hold()
    void phone.progress.refresh()
    await settle()
    free()
    await phone.progress.refresh()
    // The first one is given up after its time.
    await world.clock.pass(20_000)
    expect(phone.progress.store.get()).toMatchObject({ status: 'ready', failure: null })
  })
})

it('asks once who the person is when the app opens', async () => {
  const world = makeWorld()
  const phone = world.open()
  phone.show()
  await settle()
  expect(world.server.requests.filter(({ action }) => action === 'whoAmI')).toHaveLength(1)
})

it("asks a screen's question once for one look, and again for the next", async () => {
  const world = makeWorld()
  const phone = world.open()
  await settle()
  const question = phone.ask('standing', 'progress', { platformId: 'liuyang' })
  const before = world.server.requests.length
  await Promise.all([question.load(), question.show()])
  expect(world.server.requests.length).toBe(before + 1)
  await world.clock.pass(1_000)
  await question.show()
  expect(world.server.requests.length).toBe(before + 2)
})

it('pulls anew from a server that was put back, and what the phone has stays', async () => {
  const world = makeWorld()
  const phone = world.open()
  const lost = save(phone)
  save(phone)
  await world.clock.pass(1_000)
  world.server.forget()
  const other = makeWorld()
  other.server.send = world.server.send
  const colleague = other.open()
  const again = save(colleague)
  await other.clock.pass(1_000)
  expect(world.server.rows.has(again)).toBe(true)
  phone.show()
  await world.clock.pass(1_000)
  const ids = phone.records.get().map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([again, lost]))
})
