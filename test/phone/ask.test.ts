import { makeWorld, settle } from './world'

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A screen with a question, opened without network. */
async function openedOffline() {
  const world = makeWorld()
  world.server.fate = () => 'lost'
  const phone = world.open()
  const question = phone.ask('confirm', 'open', { token: TOKEN })
  const close = question.watch()
  await question.load()
  const asked = () => world.server.requests.filter(({ action }) => action === 'open').length
  expect(question.store.get()).toMatchObject({ status: 'failed' })
  expect(asked()).toBe(1)
  world.server.fate = () => 'fine'
  return { world, phone, question, close, asked }
}

test('any answer tells that there is a network, also where the phone does not: who the person is is asked too', async () => {
  const world = makeWorld()
  world.server.fate = () => 'lost'
  const phone = world.open()
  await settle()
  expect(phone.session.store.get()).toMatchObject({ status: 'offline', me: null })
  const question = phone.ask('confirm', 'open', { token: TOKEN })
  await question.load()
  await settle()
  expect(phone.session.store.get().me).toBeNull()

  world.server.fate = () => 'fine'
  await question.load()
  await settle()
  expect(phone.session.store.get()).toMatchObject({ status: 'ready' })
})

describe('a question that found no network is asked again by itself', () => {
  it('when the network returns', async () => {
    const { phone, asked } = await openedOffline()
    phone.network(false)
    await settle()
    expect(asked()).toBe(1)
    phone.network(true)
    await settle()
    expect(asked()).toBe(2)
  })

  it('when the person comes back to the app', async () => {
    const { phone, asked } = await openedOffline()
    phone.show()
    await settle()
    expect(asked()).toBe(2)
  })

  it('but not once its screen is closed', async () => {
    const { phone, close, asked } = await openedOffline()
    close()
    phone.network(true)
    await settle()
    expect(asked()).toBe(1)
  })

  it('but not when the server has refused it', async () => {
    const { phone, question, asked } = await openedOffline()
    phone.network(true)
    await settle()
    // This server knows no codes.
    expect(question.store.get()).toMatchObject({ failure: { code: 'NOT_FOUND' } })
    phone.network(true)
    await settle()
    expect(asked()).toBe(2)
  })

  it('but not beside itself while it is on its way', async () => {
    const { world, phone, question, asked } = await openedOffline()
    let arrive = () => {}
    world.server.onTheWay = (action) =>
      action === 'open' ? new Promise<void>((resolve) => (arrive = resolve)) : undefined
    const loading = question.load()
    phone.network(true)
    await settle()
    expect(asked()).toBe(2)
    arrive()
    await loading
  })

  it('when the network returned while it was on its way into the old one', async () => {
    const { world, phone, question, asked } = await openedOffline()
    let arrive = () => {}
    world.server.onTheWay = (action) =>
      action === 'open' ? new Promise<void>((resolve) => (arrive = resolve)) : undefined
    world.server.fate = () => 'lost'
    const loading = question.load()
    phone.network(true)
    await settle()
    world.server.onTheWay = () => undefined
    arrive()
    await loading
    await settle()
    expect(asked()).toBe(3)
  })
})
