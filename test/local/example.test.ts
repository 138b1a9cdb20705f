import { createHash } from 'node:crypto'
import {
  exampleProvince,
  lastKnownDay,
  tableRows,
  type ExampleProvince,
} from '../../cloudfunctions/local/example'
import { roles } from '../../src/shared/contract'
import { shanghaiInstant } from '../../src/shared/calendar'
import {
  creditCodeFault,
  hashedText,
  pushedRecord,
  recordPayload,
  stateAfter,
} from '../../src/shared/records'
import { parseRubric } from '../../src/shared/rubric'
import { factsOf, score, tally, type Card } from '../../src/shared/scoring'
import { countablesOf } from './countables'

const ASKED = '2026-11-21'
const example = exampleProvince('hunan', ASKED)
const platformIds = new Set(example.platforms.map(({ id }) => id))

function cardsOf(of: ExampleProvince, year: string): Card[] {
  return of.platforms
    .filter(({ tier }) => tier !== 'province')
    .map((platform) => {
      const row = of.rubrics.find(({ tier, version }) => tier === platform.tier && version.endsWith(year))
      const rubric = parseRubric(row?.document)
      const counties = of.platforms.filter(({ parentId }) => parentId === platform.id).map(({ id }) => id)
      return score(rubric, factsOf(rubric, tally(rubric, countablesOf(of, platform.id, year, counties))))
    })
}

describe('made again', () => {
  test('from the same seed and day it is the same, byte for byte', () => {
    expect(JSON.stringify(tableRows(exampleProvince('hunan', ASKED)))).toBe(
      JSON.stringify(tableRows(example)),
    )
  })

  test('another seed gives other people and other work', () => {
    const other = exampleProvince('another', ASKED)
    expect(other.people[0]?.name).not.toBe(example.people[0]?.name)
    expect(other.records[0]?.id).not.toBe(example.records[0]?.id)
  })

  test('on any day of the years with a holiday table it can be made, and nothing in it is later', () => {
    for (const day of ['2025-01-01', '2025-02-28', '2026-01-03', '2026-07-01', '2026-12-31']) {
      const made = exampleProvince('hunan', day)
      const until = shanghaiInstant(day)
      const times = [
        ...made.records.flatMap(({ deeds }) => deeds.map(({ at }) => at)),
        ...made.participations.map(({ receivedAt }) => receivedAt),
        ...made.statements.map(({ statedAt }) => statedAt),
        ...made.marks.map(({ markedAt }) => markedAt),
        ...made.reports.flatMap(({ filedAt }) => filedAt ?? []),
      ]
      expect([day, times.filter((time) => time > until)]).toEqual([day, []])
      expect(() => cardsOf(made, day.slice(0, 4))).not.toThrow()
    }
  })

  test('a day beyond the holiday tables is read as the last known one', () => {
    expect(lastKnownDay('2031-05-01')).toBe('2026-12-31')
    expect(lastKnownDay('2026-05-01')).toBe('2026-05-01')
  })
})

describe('the tree and the people', () => {
  test('has the province, its 14 cities and more than 30 counties, each below the area that its code says', () => {
    const tier = (name: string) => example.platforms.filter((platform) => platform.tier === name)
    expect([tier('province').length, tier('city').length]).toEqual([1, 14])
    expect(tier('county').length).toBeGreaterThanOrEqual(30)
    expect(platformIds.size).toBe(example.platforms.length)
    expect(new Set(example.platforms.map(({ areaCode }) => areaCode)).size).toBe(example.platforms.length)
    for (const county of tier('county')) {
      const parent = example.platforms.find(({ id }) => id === county.parentId)
      expect([county.name, parent?.areaCode]).toEqual([county.name, `${county.areaCode.slice(0, 4)}00`])
    }
    expect(tier('city').map(({ name }) => name)).toContain('湘西土家族苗族自治州窗口平台(示例)')
  })

  test('every credit code passes the check, is there once, and says that it is an example', () => {
    const codes = example.enterprises.map(({ creditCode }) => creditCode)
    expect(codes.map(creditCodeFault).filter((fault) => fault !== null)).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !code.includes('EXAMPL'))).toEqual([])
    expect(example.enterprises[0]?.name).toMatch(/示例/)
    expect(example.enterprises.map(({ name }) => name)).toContain('长沙示例精密科技有限公司')
  })

  test('every role can be chosen in the preview', () => {
    const offered = example.people.filter(({ openid }) => openid.startsWith('preview-'))
    const found = new Set(offered.map(({ role, creditCode }) => role ?? (creditCode ? 'enterprise' : null)))
    expect([...found].sort()).toEqual([...roles].sort())
    expect(offered.map(({ openid }) => openid)).toContain('preview-liuyang-staff')
    expect(offered.length).toBeLessThan(15)
  })
})

describe('the records', () => {
  test('are such as a phone would have sent: each revision parses and has its own hash', () => {
    for (const { id, platformId, revisions } of example.records) {
      for (const { revision, payload, hash, filledAt, reason } of revisions) {
        const sent = pushedRecord.safeParse({ id, platformId, revision, payload, hash, filledAt, reason })
        expect([id, sent.error?.issues]).toEqual([id, undefined])
        expect(recordPayload.parse(payload)).toEqual(payload)
        expect(createHash('sha256').update(hashedText(platformId, payload)).digest('hex')).toBe(hash)
      }
    }
  })

  test('went from state to state as the life cycle allows, forward in time, decided by somebody else', () => {
    const steps = { revise: 'edit', approve: 'approve', return: 'return', withdraw: 'withdraw' } as const
    for (const record of example.records) {
      record.deeds.forEach((deed, at) => {
        const before = record.deeds[at - 1]
        expect(deed.at > (before?.at ?? '')).toBe(true)
        expect(deed.fromState).toBe(before?.toState ?? null)
        if (deed.action !== 'submit') {
          expect(stateAfter(before?.toState ?? 'withdrawn', steps[deed.action])).toBe(deed.toState)
        }
        if (deed.action === 'approve' || deed.action === 'return') {
          expect(deed.personId).not.toBe(record.submittedBy)
        }
      })
      expect(record.state).toBe(record.deeds.at(-1)?.toState)
    }
  })

  test('stand in every state, most of them approved, with every kind and category among them', () => {
    const count = (state: string) => example.records.filter((record) => record.state === state).length
    expect(count('approved') / example.records.length).toBeGreaterThan(0.85)
    for (const state of ['submitted', 'returned', 'withdrawn']) expect(count(state)).toBeGreaterThan(20)
    const payloads = example.records.map(({ revisions }) => revisions.at(-1)?.payload)
    const kinds = new Set(payloads.map((payload) => payload?.kind))
    expect([...kinds].sort()).toEqual(['activity', 'demand', 'honour', 'transaction'])
    const categories = new Set(
      payloads.map((payload) => (payload?.kind === 'activity' ? payload.category : '')),
    )
    expect(categories.size - 1).toBe(9)
    const waiting = example.records.filter(
      ({ platformId, state }) => platformId === 'liuyang' && state === 'submitted',
    )
    expect(waiting.length).toBeGreaterThan(0)
  })

  test('say of themselves that they are examples', () => {
    const texts = example.records.map(({ revisions }) => JSON.stringify(revisions[0]?.payload))
    expect(texts.filter((text) => !text.includes('示例'))).toEqual([])
    expect(example.platforms.filter(({ name }) => !name.includes('示例'))).toEqual([])
    expect(example.rubrics.filter(({ document }) => !String(document.title).includes('示例'))).toEqual([])
    expect(example.statements.filter(({ source }) => !source.includes('示例'))).toEqual([])
    expect(example.marks.filter(({ reason }) => !reason.includes('示例'))).toEqual([])
  })

  test('participations come from all three sources, once an enterprise and activity, of known ones', () => {
    expect(new Set(example.participations.map(({ source }) => source)).size).toBe(3)
    const keys = example.participations.map(({ activityId, creditCode }) => `${activityId} ${creditCode}`)
    expect(new Set(keys).size).toBe(keys.length)
    const known = new Set(example.enterprises.map(({ creditCode }) => creditCode))
    const people = new Set(example.people.map(({ id }) => id))
    const records = new Map(example.records.map((record) => [record.id, record.platformId]))
    for (const { platformId, activityId, creditCode, personId } of example.participations) {
      expect([records.get(activityId), known.has(creditCode), people.has(personId)]).toEqual([
        platformId,
        true,
        true,
      ])
    }
  })
})

describe('the totals', () => {
  const [before, current] = example.years
  const cards = cardsOf(example, before)

  test('of the year before spread from about 30 to about 95, with every criterion judged', () => {
    const totals = cards.map(({ total }) => total).sort((a, b) => a - b)
    expect(totals[0]).toBeGreaterThan(22)
    expect(totals[0]).toBeLessThan(38)
    expect(totals.at(-1)).toBeGreaterThan(90)
    expect(totals.at(-1)).toBeLessThan(98)
    for (let band = 40; band < 90; band += 10) {
      expect([band, totals.some((total) => total >= band && total < band + 10)]).toEqual([band, true])
    }
    expect(cards.flatMap(({ open }) => open)).toEqual([])
  })

  test('every kind of rule shows full points, none, and what lies between where it can', () => {
    const kinds = new Map<string, string>([
      ['loan/target/completion', 'proportional'],
      ['loan/events', 'shortfall'],
      ['loan/reporting', 'misses'],
      ['daily/enterprises', 'gate'],
      ['daily/honours', 'perItem'],
      ['digital/database/action-management-platform', 'marked'],
      ['loan/target/demand-publishing', 'lump'],
    ])
    const shown = [...kinds].map(([id, kind]) => {
      const points = cards.flatMap(({ nodes }) => nodes.filter((node) => node.id === id))
      const full = points.some((node) => node.points === node.max)
      const none = points.some((node) => node.points === 0)
      const between = points.some((node) => node.points !== null && node.points > 0 && node.points < node.max)
      return [kind, full, none, between]
    })
    expect(shown).toEqual([...kinds.values()].map((kind) => [kind, true, true, kind !== 'lump']))
  })

  test('of this year some criteria are still open', () => {
    expect(cardsOf(example, current).every(({ open }) => open.length > 0)).toBe(true)
  })
})
