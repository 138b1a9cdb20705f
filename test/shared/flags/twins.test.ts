/** Twins by their fingerprints, and what changed since somebody saw an activity. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { changesSince, fingerprintsOf, flagLimits, isTwin, seenOf, squeezed } from '../../../src/shared/flags'
import { activity, demand } from '../../functions/harness/records'

const twins = (one: ReturnType<typeof activity>, other: ReturnType<typeof activity>) =>
  fingerprintsOf(one).flatMap((mine) =>
    fingerprintsOf(other).some((theirs) => isTwin(mine, theirs)) ? [mine.kind] : [],
  )

test('a text is the same in other widths, cases, spaces and marks, and another one is not', () => {
  expect(squeezed('ＡＢＣ 培训\uff08第1期\uff09')).toBe(squeezed('abc培训(第１期)'))
  expect(squeezed('培训 1')).not.toBe(squeezed('培训 2'))
  expect(squeezed('𠮷林')).not.toBe(squeezed('𠮶林'))
  fc.assert(fc.property(fc.string(), (text) => squeezed(squeezed(text)) === squeezed(text)))
})

test('activities are twins by title and place where their times overlap', () => {
  const one = activity({ title: '甲', summary: '一' })
  expect(twins(one, { ...one, summary: '二' })).toEqual(['same-event'])
  const later = { startsAt: '2023-06-15T04:00:01Z', endsAt: '2023-06-15T05:00:00Z' }
  expect(twins(one, { ...one, summary: '二', ...later })).toEqual([])
  expect(twins(one, { ...one, title: '乙' })).toEqual([])
})

test('being a twin works both ways', () => {
  const start = fc.integer({ min: 0, max: 20 })
  const span = fc.tuple(start, fc.integer({ min: 0, max: 5 })).map(([from, hours]) => {
    const day = (hour: number) => new Date(Date.UTC(2023, 5, 1, hour)).toISOString()
    return activity({ startsAt: day(from), endsAt: day(from + hours) })
  })
  fc.assert(
    fc.property(span, span, (one, other) => {
      expect(twins(one, other)).toEqual(twins(other, one))
    }),
  )
})

test('a photo is the same under another id', () => {
  const photos = () => [{ id: randomUUID(), sha256: '1'.repeat(64), size: 5 }]
  expect(twins(activity({ photos: photos() }), activity({ title: '乙', photos: photos() }))).toEqual([
    'same-photo',
  ])
  expect(fingerprintsOf(demand()).map(({ kind }) => kind)).toEqual(['same-content', 'same-demand'])
})

test('nothing changed for the clock of the hall or a space; more than that is told', () => {
  const before = seenOf(activity({ title: '对接会' }))
  const moved = (minutes: number) => ({
    ...before,
    startsAt: new Date(Date.parse(before.startsAt) + minutes * 60_000).toISOString(),
  })
  expect(changesSince(before, { ...moved(flagLimits.movedMinutes), title: '对 接会' }, 3)).toEqual([])
  expect(changesSince(before, moved(flagLimits.movedMinutes + 1), 3)).toEqual([
    { field: 'startsAt', from: '2023-06-15 09:00', to: '2023-06-15 09:31', count: 3 },
  ])
  expect(changesSince(before, { ...before, place: '别处' }, 2)).toEqual([
    { field: 'place', from: '麓谷园区', to: '别处', count: 2 },
  ])
})
