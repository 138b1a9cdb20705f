/** Requests that no phone of ours would send: input with a part replaced, and events of any form. All of it JSON. */
import fc from 'fast-check'

const deep = (depth: number): unknown => JSON.parse(`${'{"payload":['.repeat(depth)}0${']}'.repeat(depth)}`)

const strange: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 200,
    arbitrary: fc.constantFrom(null, true, 0, -1, '', 'x', [], {}, [[]], '2023-02-30', '١٢'),
  },
  { weight: 200, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 4, arbitrary: fc.constantFrom(30, 1_000).map(deep) },
  { weight: 1, arbitrary: fc.constantFrom(10_001, 200_000).map((length) => '长'.repeat(length)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(51, 5_000).map((length) => Array.from({ length }, () => ({ id: 1 }))),
  },
)

const members = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'openid',
  'personId',
  'role',
  '',
  'extra',
)

/** The value with one part of it replaced, taken out or added to; `at` says where, as shares of the way. */
function bend(
  value: unknown,
  at: readonly number[],
  put: { value: unknown; member: string; how: number },
): unknown {
  const [share = 1, ...rest] = at
  if (typeof value !== 'object' || value === null || at.length === 0) return put.value
  if (Array.isArray(value)) {
    if (value.length === 0) return [put.value]
    const index = Math.floor(share * value.length)
    return value.map((item: unknown, i) => (i === index ? bend(item, rest, put) : item))
  }
  const entries: [string, unknown][] = Object.entries(value)
  const index = Math.floor(share * (entries.length + 1))
  const chosen = entries[index]
  if (!chosen) return withMember(entries, put.member, put.value)
  if (put.how === 0) return Object.fromEntries(entries.filter((_, i) => i !== index))
  return withMember(entries, chosen[0], bend(chosen[1], rest, put))
}

/** As JSON gives it: `__proto__` is a member of its own. */
function withMember(entries: [string, unknown][], name: string, value: unknown): unknown {
  const made = Object.fromEntries(entries)
  return Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
}

export function bent(input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const way = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 4 })
  const put = fc.record({ value: strange, member: members, how: fc.integer({ min: 0, max: 4 }) })
  return fc.tuple(input, way, put).map(([value, at, what]) => bend(value, at, what))
}

/** A whole event. */
export function rawEvent(actions: readonly string[]): fc.Arbitrary<unknown> {
  const action = fc.oneof(fc.constantFrom(...actions), members, strange)
  return fc.oneof(
    strange,
    fc.record({ action, input: strange }, { requiredKeys: [] }),
    fc.record({ action, input: strange, userInfo: fc.constant({ openId: 'openid-forged' }), extra: strange }),
    fc.constant({ Type: 'Timer', TriggerName: 'daily', Time: '2023-06-20T02:00:00Z', Message: '' }),
  )
}
