// Readings of a clause that lie in how records become facts: on which day they count, as what, and on whose word.
import { type CountableRecord } from '../../../src/shared/records'
import { parseRubric, rubricById, type Settings } from '../../../src/shared/rubric'
import { explainRecord, factsOf, tally } from '../../../src/shared/scoring'
import { edited } from '../rubric/edited'
import { base, event } from './rows'

const CITY = 'hunan-2023-city'
const COUNTY = 'hunan-2023-county'
const honour = { ...base, kind: 'honour' as const, honour: 'service-star' as const, story: 's' }
const duty = { ...base, kind: 'obligation' as const, late: false }

const factsUnder = (id: string, settings: Settings, records: readonly CountableRecord[]) => {
  const rubric = rubricById(id, settings)
  return factsOf(rubric, tally(rubric, records))
}

describe('the day on which a record counts (RULES.md G8)', () => {
  const byEntry = parseRubric(edited(CITY, ['dating', 'records'], 'entry'))
  const matching = { ...event, category: 'matching' as const }
  const held = (record: CountableRecord) => [
    factsUnder(CITY, {}, [record]).matchingEvents,
    factsOf(byEntry, tally(byEntry, [record])).matchingEvents,
  ]

  it('is that of the act, or by an edited document that of the entry', () => {
    expect(held({ ...matching, date: '2023-12-30', entered: '2024-01-02' })).toEqual([1, 0])
    expect(held({ ...matching, date: '2022-12-30', entered: '2023-01-02' })).toEqual([0, 1])
    expect(held({ ...matching, date: '2023-12-31', entered: '2023-12-31' })).toEqual([1, 1])
    expect(held(matching)).toEqual([1, 1])
  })

  it('is the day by which a record is said to lie outside the period', () => {
    const late = { ...matching, date: '2023-12-30', entered: '2024-01-02' }
    expect(explainRecord(byEntry, late).map(({ why }) => why)).toEqual(['不在考评期内', '不在考评期内'])
  })
})

describe('the day on which an honour counts (H3.4c, D9)', () => {
  const kept = (settings: Settings, record: CountableRecord) => factsUnder(CITY, settings, [record]).honours

  it('is that on which it was conferred', () => {
    expect(kept({}, honour)).toEqual(['service-star'])
    expect(kept({}, { ...honour, date: '2022-12-31', validUntil: '2025-12-31' })).toEqual([])
  })

  it('may lie in each period in which it is valid', () => {
    const valid = (date: string, validUntil: string) =>
      kept({ honourDate: 'valid' }, { ...honour, date, validUntil })
    expect(valid('2021-05-01', '2023-01-01')).toEqual(['service-star'])
    expect(valid('2021-05-01', '2022-12-31')).toEqual([])
    expect(valid('2023-05-01', '2023-05-02')).toEqual(['service-star'])
    expect(valid('2024-01-01', '2026-12-31')).toEqual([])
    expect(kept({ honourDate: 'valid' }, { ...honour, date: '2022-05-01' })).toEqual([])
  })

  it('may lie in the year that the honour names', () => {
    const named = (date: string, forYear: string) =>
      kept({ honourDate: 'named' }, { ...honour, date, forYear })
    expect(named('2024-03-01', '2023')).toEqual(['service-star'])
    expect(named('2023-03-01', '2022')).toEqual([])
    expect(named('2023-03-01', '2023')).toEqual(['service-star'])
    expect(kept({ honourDate: 'named' }, honour)).toEqual(['service-star'])
  })
})

describe('whose honour it is (G18, D9)', () => {
  const recommended = { ...honour, holder: 'recommended' as const }

  it('counts as the platform’s own, and that of whom it recommended only where the province says so', () => {
    expect(factsUnder(CITY, {}, [recommended]).honours).toEqual([])
    expect(factsUnder(CITY, { honourHolder: 'recommended' }, [recommended]).honours).toEqual(['service-star'])
    expect(factsUnder(CITY, {}, [{ ...honour, holder: 'own' }]).honours).toEqual(['service-star'])
    expect(explainRecord(rubricById(CITY), recommended)[0]?.why).toBe('不是本平台的荣誉')
  })
})

describe('one event of several categories (G9, D8)', () => {
  const both = { ...event, alsoCategories: ['training' as const, 'matching' as const] }

  it('counts in the first alone, or in each', () => {
    const counts = (settings: Settings) => {
      const facts = factsUnder(CITY, settings, [both])
      return [facts.brandActivities, facts.trainingActivities, facts.matchingEvents]
    }
    expect(counts({})).toEqual([1, 0, 0])
    expect(counts({ severalCategories: 'each' })).toEqual([1, 1, 1])
  })

  it('has its participants counted once all the same', () => {
    expect(factsUnder(CITY, { severalCategories: 'each' }, [both]).enterpriseAttendances).toBe(20)
  })

  it('counts once for a fact that several sources make, one for each category', () => {
    const sources = ['brand', 'training'].map((category) => ({
      record: 'activity',
      where: { category: [category] },
      take: 'count',
    }))
    const document = edited(CITY, ['facts', 'brandActivities', 'from'], sources)
    const rubric = parseRubric(document, { severalCategories: 'each' })
    const counted = (record: CountableRecord) => factsOf(rubric, tally(rubric, [record])).brandActivities
    expect(counted(both)).toBe(1)
    expect(counted({ ...event, category: 'training' })).toBe(1)
  })

  it('says of each category why it counts', () => {
    const under = (settings: Settings) =>
      explainRecord(rubricById(CITY, settings), { ...both, complete: false }).map(
        ({ fact, why }) => `${fact} ${why}`,
      )
    expect(under({})).toEqual(['brandActivities 不是完整服务活动', 'enterpriseAttendances 计入'])
    expect(under({ severalCategories: 'each' })).toEqual([
      'matchingEvents 计入',
      'brandActivities 不是完整服务活动',
      'trainingActivities 不是完整服务活动',
      'enterpriseAttendances 计入',
    ])
  })
})

describe('an event that was both hosted and undertaken (G14)', () => {
  const roles = ['host', 'undertake', 'host-undertake', 'assist'] as const
  const counted = (rubric: ReturnType<typeof rubricById>) =>
    roles.map((role) => factsOf(rubric, tally(rubric, [{ ...event, role }])).brandActivities)

  it('counts as either does', () => {
    expect(counted(rubricById(CITY))).toEqual([1, 1, 1, 0])
    expect(explainRecord(rubricById(CITY), { ...event, role: 'host-undertake' })[0]?.why).toBe('计入')
  })

  it('counts alone where an edited document asks for both at once', () => {
    const strict = edited(CITY, ['facts', 'brandActivities', 'from', 0, 'where', 'role'], ['host-undertake'])
    expect(counted(parseRubric(strict))).toEqual([0, 0, 1, 0])
  })
})

describe('what else a clause may ask of an event, by an edited document', () => {
  const place = ['facts', 'matchingEvents', 'from', 0, 'where']
  const matching = { ...event, category: 'matching' as const }
  const counted = (where: object, record: CountableRecord) => {
    const rubric = parseRubric(edited(CITY, place, { category: ['matching'], ...where }))
    return [factsOf(rubric, tally(rubric, [record])).matchingEvents, explainRecord(rubric, record)[0]?.why]
  }

  it('that it is held on the spot (H2.4)', () => {
    expect(counted({ online: [false] }, { ...matching, online: true })).toEqual([0, '线上活动不计入'])
    expect(counted({ online: [false] }, { ...matching, online: false })).toEqual([1, '计入'])
    expect(counted({ online: [false] }, matching)).toEqual([1, '计入'])
    expect(counted({}, { ...matching, online: true })).toEqual([1, '计入'])
  })

  it('that it led to a loan (H2.4)', () => {
    expect(counted({ ledToLoan: [true] }, matching)).toEqual([0, '未促成贷款'])
    expect(counted({ ledToLoan: [true] }, { ...matching, ledToLoan: true })).toEqual([1, '计入'])
  })

  it('that it is one of the services that the clause lists, each counted apart (H3.1k a)', () => {
    const brand = { ...event, topic: '质量诊断' }
    const rubric = parseRubric(
      edited(COUNTY, ['facts', 'brandActivities', 'from', 0, 'where'], {
        category: ['brand'],
        topic: ['质量诊断'],
      }),
    )
    const facts = factsOf(rubric, tally(rubric, [brand, { ...brand, id: 'r2', topic: '形象打造' }, event]))
    expect(facts.brandActivities).toBe(1)
  })
})

describe('both channels for a demand (H2.2c)', () => {
  it('are asked for by an edited document', () => {
    const strict = parseRubric(
      edited(CITY, ['facts', 'loanDemandsPublished', 'from', 0, 'take'], {
        every: { published: [true], inTime: [true], channel: ['both'] },
      }),
    )
    const demand = {
      ...base,
      kind: 'demand' as const,
      demand: 'loan' as const,
      published: true,
      inTime: true,
    }
    const published = (rubric: typeof strict, channel: 'provincial' | 'both') =>
      factsOf(rubric, tally(rubric, [{ ...demand, channel }])).loanDemandsPublished
    expect(published(strict, 'provincial')).toBe(false)
    expect(published(strict, 'both')).toBe(true)
    expect(published(rubricById(CITY), 'provincial')).toBe(true)
    expect(published(rubricById(CITY), 'both')).toBe(true)
  })
})

describe('reports that were sent back (H2.5k, D11)', () => {
  const misses = (record: CountableRecord) =>
    ['corrected', 'each-return', 'none'].map(
      (reportQuality) => factsUnder(COUNTY, { reportQuality }, [record]).lateOrMissingReports,
    )

  it.each([
    ['in time and never sent back', duty, [0, 0, 0]],
    ['in time, sent back twice and corrected in time', { ...duty, returns: 2 }, [0, 2, 0]],
    [
      'in time, sent back and not corrected by then',
      { ...duty, late: true, lateAtFirst: false, returns: 1 },
      [1, 1, 0],
    ],
    ['missing', { ...duty, late: true, lateAtFirst: true }, [1, 1, 1]],
    ['late, as a file says that knows no more', { ...duty, late: true }, [1, 1, 1]],
  ])('%s', (_what, record, expected) => {
    expect(misses(record)).toEqual(expected)
  })

  it('say how often where each return counts, and that a duty without one does not', () => {
    const told = (record: CountableRecord) =>
      explainRecord(rubricById(COUNTY, { reportQuality: 'each-return' }), record).map(({ counts, why }) => [
        counts,
        why,
      ])
    expect(told(duty)).toEqual([
      [false, '按时报送,不扣分'],
      [false, '未被退回'],
    ])
    expect(told({ ...duty, returns: 2 })).toEqual([
      [false, '按时报送,不扣分'],
      [true, '被退回 2 次'],
    ])
    expect(told({ ...duty, late: true, date: '2024-01-05' })).toEqual([
      [false, '不在考评期内'],
      [false, '不在考评期内;未被退回'],
    ])
  })
})

describe('missed, then filed late (H2.5b)', () => {
  it('is one occasion, or by an edited document two', () => {
    const source = (name: string) => ({ record: 'obligation', where: { [name]: [true] }, take: 'count' })
    const twice = parseRubric(
      edited(CITY, ['facts', 'lateOrMissingReports', 'from'], [source('late'), source('filedAfterDue')]),
    )
    const missed = { ...duty, late: true }
    const filed = { ...missed, id: 'r2', filedAfterDue: true }
    const count = (rubric: typeof twice) =>
      factsOf(rubric, tally(rubric, [missed, filed])).lateOrMissingReports
    expect(count(rubricById(CITY))).toBe(2)
    expect(count(twice)).toBe(3)
  })
})

describe('two bodies that judge (H3.3a, D10)', () => {
  const at = '2023-12-01T00:00:00Z'
  const mark = { ...base, kind: 'mark' as const, criterion: 'daily/coordination', at }
  const records: CountableRecord[] = [
    { ...mark, id: 'm1', judge: '省工信厅', body: 'department', points: 8 },
    { ...mark, id: 'm2', judge: '省平台', body: 'platform', points: 5 },
  ]
  const points = (judges: string, marks = records) => factsUnder(CITY, { judges }, marks).marks

  it.each([
    ['mean', 6.5],
    ['lower', 5],
    ['department', 8],
  ])('%s', (judges, expected) => {
    expect(points(judges)).toEqual({ 'daily/coordination': expected })
  })

  it('without the department’s mark the others stand', () => {
    expect(points('department', records.slice(1))).toEqual({ 'daily/coordination': 5 })
  })
})
