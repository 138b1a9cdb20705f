import {
  checkReadings,
  parseRubric,
  RubricError,
  rubricDocument,
  rubricIds,
} from '../../../src/shared/rubric'
import { edited } from './edited'

const city = 'hunan-2023-city'
const service = 'service-standard-trial'
const section = (at: number, ...rest: (string | number)[]) => ['sections', at, ...rest]

const redOrBlue = [
  { value: 'red', title: '红' },
  { value: 'blue', title: '蓝' },
]

const faults: readonly [string, string, (string | number)[], unknown, string][] = [
  [
    'section weights that do not add up to 1',
    city,
    section(0, 'weight'),
    0.3,
    'sections: weights add up to 0.9',
  ],
  ['a weight finer than a hundredth', city, section(0, 'weight'), 0.405, 'sections[0].weight'],
  [
    'indicator weights that do not add up',
    service,
    section(0, 'indicators', 0, 'weight'),
    0.06,
    'sections[0]: weights',
  ],
  [
    'a weight missing from one indicator',
    service,
    section(0, 'indicators', 0, 'weight'),
    undefined,
    'sections[0]: only some',
  ],
  [
    'a weighted indicator of another maximum',
    service,
    section(0, 'indicators', 0, 'max'),
    90,
    'sections[0].indicators[0].max',
  ],
  [
    'children that exceed their group',
    city,
    section(0, 'indicators', 0, 'max'),
    39,
    'sections[0].indicators[0]: maxima',
  ],
  ['indicators that miss the section', city, section(1, 'indicators', 1, 'max'), 29, 'sections[1]: maxima'],
  [
    'a rule that never reaches the maximum',
    city,
    section(1, 'indicators', 1, 'rule', 'points'),
    29,
    'sections[1].indicators[1].max',
  ],
  [
    'an unknown fact',
    city,
    section(1, 'indicators', 1, 'rule', 'of'),
    'dances',
    'sections[1].indicators[1].rule.of',
  ],
  [
    'a yes or no where a number belongs',
    city,
    section(1, 'indicators', 1, 'rule', 'of'),
    'financingSubPlatform',
    'sections[1].indicators[1].rule.of',
  ],
  [
    'a number where a yes or no belongs',
    city,
    section(1, 'indicators', 0, 'criteria', 2, 'rule', 'when', 'fact'),
    'registrations',
    'sections[1].indicators[0].criteria[2].rule.when',
  ],
  ['an unused fact', city, ['facts', 'dances'], { type: 'count', title: '舞' }, 'facts.dances'],
  ['a duplicate id', city, section(1, 'indicators', 2, 'id'), 'loan/events', 'sections[1].indicators[2].id'],
  [
    'an id outside its section',
    city,
    section(1, 'indicators', 2, 'id'),
    'daily/reporting',
    'sections[1].indicators[2].id',
  ],
  ['an unknown key', city, ['colour'], 'red', 'colour'],
  [
    'an unknown key of a rule',
    city,
    section(1, 'indicators', 1, 'rule', 'bonus'),
    1,
    'sections[1].indicators[1]',
  ],
  [
    'an unknown rule kind',
    city,
    section(1, 'indicators', 1, 'rule', 'kind'),
    'magic',
    'sections[1].indicators[1]',
  ],
  ['a period that ends before it starts', city, ['period', 'to'], '2022-12-31', 'period'],
  [
    'grade bands with a gap at the bottom',
    service,
    ['grades', 'bands', 0, 'from'],
    10,
    'grades.bands[0].from',
  ],
  ['grade bands out of order', service, ['grades', 'bands', 1, 'from'], 90, 'grades.bands[2].from'],
  [
    'an unknown record property',
    city,
    ['facts', 'matchingEvents', 'from', 0, 'where', 'colour'],
    ['red'],
    'facts.matchingEvents.from[0]',
  ],
  [
    'an unknown activity category',
    city,
    ['facts', 'matchingEvents', 'from', 0, 'where', 'category'],
    ['dance'],
    'facts.matchingEvents.from[0]',
  ],
  [
    'a criterion without its clause',
    city,
    section(1, 'indicators', 1, 'clause'),
    undefined,
    'sections[1].indicators[1]',
  ],
  ['two bands of the same grade', service, ['grades', 'bands', 2, 'grade'], '合格', 'grades.bands: a grade'],
  ['a veto with a grade that is no band', service, ['vetoes', 0, 'grade'], '很差', 'vetoes[0].grade'],
  [
    'a mark above the maximum of its criterion',
    city,
    section(0, 'indicators', 0, 'criteria', 0, 'rule', 'max'),
    11,
    'sections[0].indicators[0].criteria[0].rule.max',
  ],
  [
    'a setting that nothing depends on',
    city,
    ['settings', 'colour'],
    { title: '颜色', question: 'D99', values: redOrBlue, chosen: 'red', why: '示例' },
    'settings.colour: nothing',
  ],
  [
    'a value that stands twice',
    city,
    ['settings', 'judges', 'values', 3],
    { value: 'mean', title: '又一次' },
    'settings.judges.values: a value',
  ],
  ['a veto on an unknown fact', service, ['vetoes', 0, 'when', 'fact'], 'dances', 'vetoes[0].when'],
]

describe('a faulty rubric is refused with the place named', () => {
  it.each(faults)('%s', (_fault, id, path, value, place) => {
    const parse = () => parseRubric(edited(id, path, value))
    expect(parse).toThrow(RubricError)
    expect(parse).toThrow(place)
  })

  it.each([null, 7, [], {}, { settings: 3 }])('something that is no rubric: %j', (document) => {
    expect(() => parseRubric(document)).toThrow(RubricError)
  })
})

describe('a fault in a reading that is not chosen', () => {
  const strict = section(1, 'indicators', 0, 'criteria', 1, 'rule', 'of', 'strict')

  it.each<[string, (string | number)[], unknown, string]>([
    ['an unknown fact', [...strict, 'when'], { fact: 'dances', is: true }, 'unknown fact “dances”'],
    ['a rule of no kind', [...strict, 'kind'], 'magic', 'sections[1].indicators[0]'],
    ['a maximum out of reach', [...strict, 'points'], 19, 'sections[1].indicators[0].criteria[1].max'],
  ])('%s is refused, with the reading named', (_fault, path, value, place) => {
    const document = edited(city, path, value)
    expect(() => parseRubric(document)).not.toThrow()
    expect(() => checkReadings(document)).toThrow(RubricError)
    expect(() => checkReadings(document)).toThrow(place)
    expect(() => checkReadings(document)).toThrow('with demandPublishing=strict')
  })

  it.each(rubricIds)('is in no setting of %s', (id) => {
    expect(() => checkReadings(rubricDocument(id))).not.toThrow()
  })
})
