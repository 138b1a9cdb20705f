import {
  declaredSettings,
  defaultSettings,
  parseRubric,
  rubricById,
  rubricDocument,
  rubricIds,
} from '../../../src/shared/rubric'
import { edited } from './edited'

const everyValue = rubricIds.flatMap((id) =>
  Object.entries(declaredSettings(rubricDocument(id))).flatMap(([name, setting]) =>
    setting.values.map(({ value }) => [id, name, value] as const),
  ),
)

describe('settings', () => {
  it.each(everyValue)('%s validates with %s=%s', (id, name, value) => {
    expect(rubricById(id, { [name]: value }).chosen[name]).toBe(value)
  })

  it('has the questions that change rankings', () => {
    const questionsOf = (id: string) => [
      ...new Set(Object.values(declaredSettings(rubricDocument(id))).map((each) => each.question)),
    ]
    expect(questionsOf('hunan-2023-city').sort()).toEqual([
      'D1',
      'D10',
      'D3',
      'D4',
      'D48',
      'D49',
      'D6',
      'D7',
      'D8',
      'D9',
    ])
    expect(questionsOf('hunan-2023-county').sort()).toEqual([
      'D1',
      'D10',
      'D11',
      'D3',
      'D4',
      'D48',
      'D49',
      'D7',
      'D8',
      'D9',
    ])
    expect(defaultSettings(rubricDocument('hunan-2023-county'))).toMatchObject({
      partialUnits: 'floor',
      campaignGate: 'none',
      otherAwards: 'no',
    })
  })

  it('refuses an unknown setting or value', () => {
    expect(() => rubricById('hunan-2023-city', { colour: 'red' })).toThrow('unknown setting “colour”')
    expect(() => rubricById('hunan-2023-city', { partialUnits: 'round' })).toThrow(
      /settings\.partialUnits.*floor, ceil, linear/,
    )
    expect(() => rubricById('hunan-2023-city', { constructor: 'x' })).toThrow('unknown setting')
    expect(() => rubricById('hunan-2024-city')).toThrow('unknown rubric')
  })

  it('refuses a default that is not one of the values', () => {
    const document = edited('hunan-2023-city', ['settings', 'judges', 'chosen'], 'highest')
    expect(() => parseRubric(document)).toThrow(/settings\.judges\.chosen/)
  })

  it('refuses a choice of an unknown setting, and one without a branch for a value not chosen today', () => {
    const unknown = edited('hunan-2023-city', ['facts', 'marks', 'unit'], {
      choose: 'colour',
      of: { red: '分' },
    })
    expect(() => parseRubric(unknown)).toThrow(/facts\.marks\.unit.*colour/)
    const partial = edited('hunan-2023-city', ['facts', 'marks', 'unit'], {
      choose: 'judges',
      of: { mean: '分' },
    })
    expect(() => parseRubric(partial)).toThrow(/facts\.marks\.unit.*judges=lower/)
  })
})
