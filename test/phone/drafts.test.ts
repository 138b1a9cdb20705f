import { newId } from '../../src/phone/ids'
import { draft, makeWorld, save, settle } from './world'

describe('a draft', () => {
  it('says that it could not be saved, and tries again at the next change', async () => {
    const world = makeWorld()
    const phone = world.open()
    const id = newId()
    world.storage.room = 0
    phone.drafts.change(draft(id, { fields: { title: '对接会' } }))
    await world.clock.pass(300)
    expect(phone.drafts.trouble.get()).toContain('空间已满')
    world.storage.room = Infinity
    phone.drafts.change(draft(id, { fields: { title: '对接会议' } }))
    await world.clock.pass(300)
    expect(phone.drafts.trouble.get()).toBeNull()
    expect(world.open().drafts.store.get().get(id)?.fields).toEqual({ title: '对接会议' })
  })

  it('survives the death of the app 300 ms after the last letter, valid or not', async () => {
    const world = makeWorld()
    const id = newId()
    world.open().drafts.change(draft(id, { fields: { title: '', attendances: 'zwölf' } }))
    await world.clock.pass(300)
    expect(world.open().drafts.store.get().get(id)?.fields).toEqual({ title: '', attendances: 'zwölf' })
  })

  it('is saved every 300 ms for somebody who never pauses', async () => {
    const world = makeWorld()
    const phone = world.open()
    const id = newId()
    for (const title of ['银', '银企', '银企对', '银企对接']) {
      phone.drafts.change(draft(id, { fields: { title } }))
      await world.clock.pass(200)
    }
    expect(world.open().drafts.store.get().get(id)?.fields).toEqual({ title: '银企对接' })
  })

  it('is saved at once when the app is left', () => {
    const world = makeWorld()
    const phone = world.open()
    const id = newId()
    phone.drafts.change(draft(id, { fields: { title: '走访' } }))
    phone.hide()
    expect(world.open().drafts.store.get().get(id)?.fields).toEqual({ title: '走访' })
  })

  it('stands in the list as 草稿 until its record is saved', async () => {
    const world = makeWorld()
    const phone = world.open()
    await settle()
    const id = newId()
    phone.drafts.change(draft(id, { fields: { title: '走访' } }))
    expect(phone.records.get()).toMatchObject([{ id, state: 'draft', title: '走访' }])
    save(phone, { title: '走访企业' }, id)
    await world.clock.pass(1_000)
    expect(phone.records.get()).toMatchObject([
      { id, state: 'submitted', title: '走访企业', hasDraft: false },
    ])
    expect(world.storage.keys().filter((key) => key.startsWith('draft/'))).toEqual([])
  })
})
