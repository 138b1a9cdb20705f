import { z } from 'zod'
import { makeKeep, StorageFull } from '../../src/phone/storage'
import { fakeStorage } from './world'

const thing = z.object({ name: z.string() })

describe('what is kept', () => {
  it.each([
    ['broken text', '{"name":'],
    ['another shape', '{"name":7}'],
    ['nothing of ours', 'null'],
  ])('loses one item only when its key holds %s, and says which', (_what, content) => {
    const storage = fakeStorage()
    const shelf = makeKeep(storage).shelf('thing', thing)
    shelf.put('a', { name: 'one' })
    shelf.put('b', { name: 'two' })
    storage.content.set('thing/a', content)
    const keep = makeKeep(storage)
    const again = keep.shelf('thing', thing)
    expect(again.all()).toEqual([{ name: 'two' }])
    expect(keep.health.get().damaged).toEqual(['thing/a'])
    expect(storage.content.get('thing/a')).toBe(content)
  })

  it('says that the storage is full, and keeps what was there before', () => {
    const storage = fakeStorage()
    const keep = makeKeep(storage)
    const shelf = keep.shelf('thing', thing)
    shelf.put('a', { name: 'one' })
    storage.room = 40
    expect(() => shelf.put('a', { name: 'x'.repeat(100) })).toThrow(StorageFull)
    expect(shelf.get('a')).toEqual({ name: 'one' })
    expect(keep.health.get().full).toBe(true)
    storage.room = Infinity
    shelf.put('a', { name: 'fits' })
    expect(keep.health.get().full).toBe(false)
  })

  it('warns when four fifths of the room are used, and not before', () => {
    const storage = fakeStorage()
    storage.room = 1_000
    expect(makeKeep(storage).health.get().nearlyFull).toBe(false)
    storage.content.set('other', 'x'.repeat(790))
    expect(makeKeep(storage).health.get().nearlyFull).toBe(false)
    storage.content.set('other', 'x'.repeat(796))
    expect(makeKeep(storage).health.get().nearlyFull).toBe(true)
  })

  it('keeps groups apart', () => {
    const keep = makeKeep(fakeStorage())
    keep.shelf('a', thing).put('1', { name: 'a' })
    expect(keep.shelf('b', thing).all()).toEqual([])
    expect(keep.shelf('a', thing).ids()).toEqual(['1'])
  })

  it('gives up copies of what the server has for what is only here, and says nothing of them', () => {
    const storage = fakeStorage()
    storage.room = 1_000
    const keep = makeKeep(storage)
    const copies = keep.copies('copy', thing, (own) => {
      const [first] = own.ids()
      if (first !== undefined) own.remove(first)
      return first !== undefined
    })
    const own = keep.shelf('own', thing)
    for (const id of ['1', '2', '3']) copies.put(id, { name: 'x'.repeat(80) })
    for (let id = 0; id < 8; id += 1) own.put(String(id), { name: 'x'.repeat(80) })
    expect(own.ids()).toHaveLength(8)
    expect(copies.ids().length).toBeLessThan(3)
    expect(() => own.put('9', { name: 'x'.repeat(400) })).toThrow(StorageFull)
    expect(copies.ids()).toEqual([])
    expect(own.ids()).toHaveLength(8)
  })

  it('takes copies for up to three fifths of the room alone', () => {
    const storage = fakeStorage()
    storage.room = 1_000
    const keep = makeKeep(storage)
    const copies = keep.copies('copy', thing, () => false)
    copies.put('1', { name: 'x'.repeat(300) })
    expect(() => copies.put('2', { name: 'x'.repeat(300) })).toThrow(StorageFull)
    expect(keep.health.get()).toMatchObject({ full: false, nearlyFull: false })
  })

  it('warns with the write that passes four fifths, not some writes later', () => {
    const storage = fakeStorage()
    storage.room = 100_000
    const keep = makeKeep(storage)
    const own = keep.shelf('own', thing)
    own.put('1', { name: 'x'.repeat(70_000) })
    expect(keep.health.get().nearlyFull).toBe(false)
    own.put('2', { name: 'x'.repeat(15_000) })
    expect(keep.health.get().nearlyFull).toBe(true)
  })
})
