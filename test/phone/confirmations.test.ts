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
const participation = { id: '1' }

/** A server that does what `answers` says, one answer a call, and a clock that goes on a minute at each look. */
function setUp(answers: (Error | object)[], storage = memory()) {
  const asked: unknown[] = []
  const bound: unknown[] = []
  const call = ((_name: string, _action: string, input: unknown) => {
    asked.push(input)
    const answer = answers.shift() ?? new NetworkFailure('offline')
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }) as Call
  let time = Date.parse('2023-09-18T06:03:00Z')
  const now = () => (time += 60_000)
  const bind = (each: unknown) => Promise.resolve(void bound.push(each))
  return { confirmations: makeConfirmations(call, bind, makeKeep(storage), now), asked, bound, storage }
}

describe('confirmations', () => {
  test('a refusal is told at once and nothing is kept', async () => {
    const { confirmations } = setUp([new Refusal('TOKEN_CLOSED')])
    await expect(confirmations.confirm(token, null, null)).rejects.toMatchObject({ code: 'TOKEN_CLOSED' })
    expect(confirmations.kept.get()).toEqual([])
  })

  test('without network the press is kept and survives the death of the app', async () => {
    const first = setUp([new NetworkFailure('offline')])
    await expect(first.confirmations.confirm(token, null, '对接会')).resolves.toBeNull()
    const again = setUp([], first.storage)
    expect(again.confirmations.kept.get()).toMatchObject([
      { token, title: '对接会', pressedAt: '2023-09-18T06:04:00.000Z', refusedBecause: null },
    ])
  })

  test('pressed twice, the first press counts', async () => {
    const { confirmations, asked } = setUp([new NetworkFailure('offline'), { participation, already: false }])
    await confirmations.confirm(token, null, null)
    await confirmations.confirm(token, null, null)
    expect(asked).toEqual([
      { token, pressedAt: '2023-09-18T06:04:00.000Z' },
      { token, pressedAt: '2023-09-18T06:04:00.000Z' },
    ])
    expect(confirmations.kept.get()).toEqual([])
  })

  test('when the network is back it goes out with the time of the press, the enterprise bound first', async () => {
    const { confirmations, asked, bound } = setUp([
      new NetworkFailure('timeout'),
      { participation, already: true },
    ])
    await confirmations.confirm(token, enterprise, null)
    await confirmations.send()
    expect(asked[1]).toEqual({ token, pressedAt: '2023-09-18T06:04:00.000Z' })
    expect(bound).toEqual([enterprise, enterprise])
    expect(confirmations.kept.get()).toEqual([])
  })

  test('while there is still no network, or the server is busy, it stays', async () => {
    const { confirmations } = setUp([
      new NetworkFailure('offline'),
      new NetworkFailure('offline'),
      new Refusal('UNAVAILABLE'),
    ])
    await confirmations.confirm(token, null, null)
    await confirmations.send()
    await confirmations.send()
    expect(confirmations.kept.get()).toMatchObject([{ token, refusedBecause: null }])
  })

  test('one refused later stays to be seen, and is not sent again', async () => {
    const { confirmations, asked } = setUp([new NetworkFailure('offline'), new Refusal('TOKEN_CLOSED')])
    await confirmations.confirm(token, null, null)
    await confirmations.send()
    await confirmations.send()
    expect(asked).toHaveLength(2)
    expect(confirmations.kept.get()[0]?.refusedBecause).toContain('确认时间已过')
    confirmations.remove(token)
    expect(confirmations.kept.get()).toEqual([])
  })
})
