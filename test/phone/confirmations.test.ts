import { makeConfirmations } from '../../src/phone/confirmations'
import { makeKeep, type KeyValue } from '../../src/phone/storage'
import { NetworkFailure, type Call } from '../../src/phone/transport'
import { Refusal } from '../../src/shared/contract'

function memory(): KeyValue {
  const map = new Map<string, string>()
  return {
    get: (key) => map.get(key),
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
    keys: () => [...map.keys()],
    usage: () => ({ used: 0, limit: 1 }),
  }
}

const token = 'abcDEF12_-xyz'
const enterprise = { name: '湖南示例药业有限公司', creditCode: '91430100EXAMPL000H' }
const other = { name: '长沙示例机械有限公司', creditCode: '91430100EXAMPLE02X' }
const participation = { id: '1' }
const confirmed = { participation, already: false }
const press = { token, enterprise, chosen: false, title: null, place: null }

/** A server that does what `answers` says, one answer a confirmation, and a clock that goes on a minute at each look. */
function setUp(
  answers: (Error | object | 'never')[],
  storage = memory(),
  present: object | null = enterprise,
) {
  const asked: unknown[] = []
  const bound: unknown[] = []
  const call = ((_name: string, action: string, input: unknown) => {
    if (action === 'whoAmI') return Promise.resolve({ enterprise: present })
    asked.push(input)
    const answer = answers.shift() ?? new NetworkFailure('offline')
    if (answer === 'never') return new Promise(() => undefined)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }) as Call
  let time = Date.parse('2023-09-18T06:03:00Z')
  const now = () => (time += 60_000)
  const bind = (each: unknown) => Promise.resolve(void bound.push(each))
  return { confirmations: makeConfirmations(call, bind, makeKeep(storage), now), asked, bound, storage }
}
const pressedAt = '2023-09-18T06:04:00.000Z'

describe('confirmations', () => {
  test('a refusal is told at once and nothing is kept', async () => {
    const { confirmations, storage } = setUp([new Refusal('TOKEN_CLOSED')])
    await expect(confirmations.confirm(press)).rejects.toMatchObject({ code: 'TOKEN_CLOSED' })
    expect(confirmations.kept.get()).toEqual([])
    expect(storage.keys()).toEqual([])
  })

  test('without network the press is kept and survives the death of the app', async () => {
    const first = setUp([new NetworkFailure('offline')])
    await expect(first.confirmations.confirm({ ...press, title: '对接会' })).resolves.toBeNull()
    const again = setUp([], first.storage)
    expect(again.confirmations.kept.get()).toMatchObject([
      { token, title: '对接会', pressedAt, refusedBecause: null },
    ])
  })

  test('the press survives the death of the app while the answer is awaited, and is not shown as kept until then', async () => {
    const first = setUp(['never'])
    void first.confirmations.confirm(press)
    await Promise.resolve()
    expect(first.confirmations.kept.get()).toEqual([])
    const again = setUp([confirmed], first.storage)
    expect(again.confirmations.kept.get()).toMatchObject([{ token, pressedAt, enterprise }])
    await again.confirmations.send()
    expect(again.asked).toMatchObject([{ token, pressedAt }])
    expect(again.confirmations.kept.get()).toEqual([])
    expect(first.storage.keys()).toEqual([])
  })

  test('one on its way is not sent a second time by what sends the kept ones', async () => {
    const { confirmations, asked } = setUp(['never'])
    void confirmations.confirm(press)
    await confirmations.send()
    expect(asked).toHaveLength(1)
  })

  test('pressed twice, the first press counts, and each sending tells the time of the phone', async () => {
    const { confirmations, asked } = setUp([new NetworkFailure('offline'), confirmed])
    await confirmations.confirm(press)
    await confirmations.confirm(press)
    expect(asked).toEqual([
      { token, pressedAt, sentAt: '2023-09-18T06:05:00.000Z' },
      { token, pressedAt, sentAt: '2023-09-18T06:06:00.000Z' },
    ])
    expect(confirmations.kept.get()).toEqual([])
  })

  test('when the network is back it goes out with the time of the press, the enterprise chosen bound first', async () => {
    const { confirmations, asked, bound } = setUp([new NetworkFailure('timeout'), confirmed])
    await confirmations.confirm({ ...press, chosen: true })
    await confirmations.send()
    expect(asked[1]).toMatchObject({ token, pressedAt })
    expect(bound).toEqual([enterprise])
    expect(confirmations.kept.get()).toEqual([])
  })

  test('it counts for the enterprise for which it was pressed, and the person stands for the new one afterwards', async () => {
    const first = setUp([new NetworkFailure('offline')])
    await first.confirmations.confirm(press)
    const again = setUp([confirmed], first.storage, other)
    await again.confirmations.send()
    expect(again.bound).toEqual([enterprise, other])
    expect(again.confirmations.kept.get()).toEqual([])
  })

  test('kept by an older version, it goes out as it was', async () => {
    const storage = memory()
    const old = { token, pressedAt, enterprise: null, title: null, refusedBecause: null }
    storage.set(`confirmation/${token}`, JSON.stringify(old))
    const { confirmations, asked, bound } = setUp([confirmed], storage)
    await confirmations.send()
    expect(asked).toMatchObject([{ token, pressedAt }])
    expect(bound).toEqual([])
    expect(confirmations.kept.get()).toEqual([])
  })

  test('while there is still no network, or the server is busy, it stays', async () => {
    const { confirmations } = setUp([
      new Refusal('UNAVAILABLE'),
      new NetworkFailure('offline'),
      new Refusal('UNAVAILABLE'),
    ])
    await confirmations.confirm(press)
    await confirmations.send()
    await confirmations.send()
    expect(confirmations.kept.get()).toMatchObject([{ token, pressedAt, refusedBecause: null }])
  })

  test('one that is too early holds up no other', async () => {
    const early = { ...press, token: 'early_early' }
    const { confirmations } = setUp([
      new NetworkFailure('offline'),
      new NetworkFailure('offline'),
      new Refusal('TOKEN_NOT_YET_OPEN'),
      confirmed,
    ])
    await confirmations.confirm(early)
    await confirmations.confirm(press)
    await confirmations.send()
    expect(confirmations.kept.get()).toMatchObject([{ token: early.token, refusedBecause: null }])
  })

  test('one refused later stays to be seen, and is not sent again', async () => {
    const { confirmations, asked } = setUp([new NetworkFailure('offline'), new Refusal('TOKEN_CLOSED')])
    await confirmations.confirm(press)
    await confirmations.send()
    await confirmations.send()
    expect(asked).toHaveLength(2)
    expect(confirmations.kept.get()[0]?.refusedBecause).toContain('确认时间已过')
    confirmations.remove(token)
    expect(confirmations.kept.get()).toEqual([])
  })
})

describe('a phone without room', () => {
  /** Takes so many writes. */
  function nearlyFull(writes: number): KeyValue {
    const storage = memory()
    return {
      ...storage,
      set(key, value) {
        if (writes-- <= 0) throw new Error('full')
        storage.set(key, value)
      },
    }
  }

  test('still confirms with network, and says so when there is none', async () => {
    const { confirmations } = setUp([confirmed, new NetworkFailure('offline')], nearlyFull(0))
    await expect(confirmations.confirm(press)).resolves.toEqual(confirmed)
    await expect(confirmations.confirm(press)).rejects.toThrow('空间已满')
  })

  test('shows a refusal that it cannot note, without sending again', async () => {
    const answers = [new NetworkFailure('offline'), new Refusal('TOKEN_CLOSED')]
    const { confirmations, asked } = setUp(answers, nearlyFull(1))
    await confirmations.confirm(press)
    await expect(confirmations.send()).resolves.toBeUndefined()
    await confirmations.send()
    expect(asked).toHaveLength(2)
    expect(confirmations.kept.get()[0]?.refusedBecause).toContain('确认时间已过')
    confirmations.remove(token)
    expect(confirmations.kept.get()).toEqual([])
  })
})
