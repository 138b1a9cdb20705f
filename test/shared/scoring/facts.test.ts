import { rubricById } from '../../../src/shared/rubric'
import { FactsError, parseFacts } from '../../../src/shared/scoring'

const city = rubricById('hunan-2023-city')
const service = rubricById('service-standard-trial')

const refused: readonly [string, unknown, string][] = [
  ['an unknown fact', { dances: 1 }, 'unknown fact “dances”'],
  ['a name that objects are born with', { constructor: 1 }, 'unknown fact “constructor”'],
  ['a prototype', JSON.parse('{"__proto__":{"matchingEvents":1}}'), '__proto__'],
  ['a negative count', { matchingEvents: -1 }, 'matchingEvents: must not be negative'],
  ['a broken count', { matchingEvents: 1.5 }, 'matchingEvents: must be a whole number'],
  ['a count without end', { matchingEvents: Infinity }, 'matchingEvents'],
  ['a count that is no number', { matchingEvents: Number.NaN }, 'matchingEvents'],
  ['a count beyond reason', { matchingEvents: 1_000_000_001 }, 'matchingEvents'],
  ['a count in words', { matchingEvents: '3' }, 'matchingEvents'],
  ['a count that is null', { matchingEvents: null }, 'matchingEvents'],
  ['a yes or no in numbers', { serviceCampaignHeld: 1 }, 'serviceCampaignHeld: must be true or false'],
  ['an unknown honour', { honours: ['service-star', 'best-dancer'] }, 'honours.1: unknown kind'],
  ['honours that are no list', { honours: 'service-star' }, 'honours: must be a list'],
  ['a mark above its maximum', { marks: { 'daily/coordination': 10.5 } }, 'marks.daily/coordination'],
  ['a negative mark', { marks: { 'daily/coordination': -0.5 } }, 'marks.daily/coordination'],
  [
    'a mark of a criterion that takes none',
    { marks: { 'loan/events': 3 } },
    'unknown criterion “loan/events”',
  ],
  ['a list of facts', [], 'must be an object'],
  ['nothing', null, 'must be an object'],
]

describe('facts', () => {
  it.each(refused)('refuses %s', (_fault, facts, message) => {
    expect(() => parseFacts(city, facts)).toThrow(FactsError)
    expect(() => parseFacts(city, facts)).toThrow(message)
  })

  it('takes a percentage up to 100, and null where there may be none', () => {
    expect(() => parseFacts(service, { satisfactionPercent: 100.1 })).toThrow('satisfactionPercent')
    expect(() => parseFacts(service, { satisfactionPercent: null })).toThrow('satisfactionPercent')
    expect(parseFacts(service, { thirdPartySatisfactionPercent: null })).toEqual({
      thirdPartySatisfactionPercent: null,
    })
  })

  it('names the place of the fault', () => {
    expect.assertions(1)
    try {
      parseFacts(city, { marks: { 'daily/coordination': 11 } })
    } catch (error) {
      expect(error).toMatchObject({ name: 'FactsError', path: 'marks.daily/coordination' })
    }
  })
})
