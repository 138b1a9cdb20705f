import { makeCall, messageOf, NetworkFailure, type Send } from '../../src/phone/transport'
import { errors, Refusal } from '../../src/shared/contract'
import { fakeClock, refusalOf } from './world'

const answers =
  (answer: unknown): Send =>
  async () =>
    answer
const me = {
  personId: 'p1',
  name: '周工',
  memberships: [],
  enterprise: null,
  serverTime: '2023-05-11T02:00:00Z',
}

describe('a call', () => {
  const faultOf = async (send: Send, clock = fakeClock()) => {
    const failure: unknown = await makeCall(send, clock)('session', 'whoAmI', {}).catch(
      (each: unknown) => each,
    )
    return failure instanceof NetworkFailure ? failure.fault : failure
  }

  it('takes a page of another network for a network failure, never for success', async () => {
    expect(await faultOf(answers('<html>请登录 Wi-Fi</html>'))).toBe('foreign')
    expect(await faultOf(answers({ ok: true }))).toBe('foreign')
    expect(await faultOf(answers(undefined))).toBe('foreign')
    expect(await faultOf(answers({ data: me }))).toBe('foreign')
  })

  it('does not believe an answer without the contract’s form: it is of another version than the app', async () => {
    expect(await faultOf(answers({ ok: true, data: { ...me, memberships: 'all' } }))).toBe('outdated')
  })

  it('does not believe a refusal with a code that nobody knows, as a newer version may have', async () => {
    const refusal = { ok: false, error: { code: 'NO_SUCH_CODE', message: '', retry: 'never' } }
    expect(await faultOf(answers(refusal))).toBe('outdated')
    expect(await faultOf(answers({ ok: false, error: 'log in first' }))).toBe('foreign')
  })

  it('gives up after 15 seconds, and not before', async () => {
    const clock = fakeClock()
    const fault = faultOf(() => new Promise(() => {}), clock)
    await clock.pass(14_999)
    expect(clock.waits()).toEqual([1])
    await clock.pass(1)
    expect(await fault).toBe('timeout')
  })

  it('waits for a run of the evaluation longer than the function may take', async () => {
    const clock = fakeClock()
    const fault = makeCall(() => new Promise(() => {}), clock)('evaluate', 'run', { period: '2023' }).catch(
      (each: unknown) => each,
    )
    await clock.pass(60_000)
    expect(clock.waits()).toEqual([5_000])
    await clock.pass(5_000)
    expect(await fault).toBeInstanceOf(NetworkFailure)
  })

  it('calls whatever the network throws “offline”', async () => {
    expect(await faultOf(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('offline')
  })

  it('throws the server’s refusal with its code and the fields it is about', async () => {
    const refusal = refusalOf('INVITATION_USED')
    const send = answers({ ...refusal, error: { ...refusal.error, fields: { code: '已使用' } } })
    const failure: unknown = await makeCall(send, fakeClock())('session', 'whoAmI', {}).catch(
      (each: unknown) => each,
    )
    expect(failure).toBeInstanceOf(Refusal)
    expect(failure).toMatchObject({
      code: 'INVITATION_USED',
      retry: 'after-change',
      fields: { code: '已使用' },
    })
  })

  it.each(['INTERNAL', 'UNAVAILABLE'] as const)(
    'keeps the number of a call that ended %s, and says it',
    async (code) => {
      const refusal = refusalOf(code)
      const send = answers({ ...refusal, error: { ...refusal.error, requestId: '1a2b3c4d-5e6f-4a1b' } })
      const failure: unknown = await makeCall(send, fakeClock())('session', 'whoAmI', {}).catch(
        (each: unknown) => each,
      )
      expect(failure).toMatchObject({ code, requestId: '1a2b3c4d-5e6f-4a1b' })
      expect(messageOf(failure)).toBe(`${errors[code].message}编号 1a2b3c4d`)
    },
  )

  it('says no number of a refusal that the person can do something about', () => {
    const refusal = new Refusal('INVITATION_USED', { requestId: '1a2b3c4d-5e6f' })
    expect(messageOf(refusal)).toBe(errors.INVITATION_USED.message)
  })

  it('gives the data of an answer of ours, and leaves no timer behind', async () => {
    const clock = fakeClock()
    await expect(makeCall(answers({ ok: true, data: me }), clock)('session', 'whoAmI', {})).resolves.toEqual(
      me,
    )
    expect(clock.waits()).toEqual([])
  })
})
