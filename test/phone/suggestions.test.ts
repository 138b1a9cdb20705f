import { enterprisesLike, placesLike, suggestionsOf } from '../../src/phone/suggestions'
import type { RecordPayload } from '../../src/shared/records'
import { activity } from './world'

const at = (name: string, date: string) => ({ payload: activity({ place: { name, method: 'typed' } }), date })
const first = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
const order = (enterprise: typeof first, date: string): { payload: RecordPayload; date: string } => ({
  date,
  payload: {
    kind: 'transaction',
    enterprise,
    service: '认定辅导',
    order: '1',
    completedAt: `${date}T01:00:00Z`,
    confirmedByBoth: true,
  },
})

describe('suggestions from the records on the phone', () => {
  it('are none without records, and none from a draft that was never saved', () => {
    expect(suggestionsOf([])).toEqual({ places: [], enterprises: [] })
    expect(suggestionsOf([{ payload: null, date: null }])).toEqual({ places: [], enterprises: [] })
  })

  it('name the places used most first, equally used ones by their last use', () => {
    const records = [
      at('麓谷', '2023-01-01'),
      at('经开区', '2023-03-01'),
      at('高新区', '2023-02-01'),
      at('麓谷', '2023-01-02'),
    ]
    expect(suggestionsOf(records).places).toEqual(['麓谷', '经开区', '高新区'])
  })

  it('name an enterprise once by its code, with the name of the latest record', () => {
    const renamed = { ...first, name: '长沙示例智造有限公司' }
    const { enterprises } = suggestionsOf([order(first, '2023-01-01'), order(renamed, '2023-02-01')])
    expect(enterprises).toEqual([renamed])
  })

  it('offer places that have what is typed, not the one that is typed already', () => {
    expect(placesLike(['麓谷园区', '经开区'], '麓谷园区', 3)).toEqual([])
    expect(placesLike(['麓谷园区', '经开区'], ' 麓谷', 3)).toEqual(['麓谷园区'])
    expect(placesLike(['甲', '乙', '丙'], '', 2)).toEqual(['甲', '乙'])
  })

  it('offer enterprises by name or by code, and none once one is entered', () => {
    const like = (name: string, creditCode: string) => enterprisesLike([first], { name, creditCode }, 3)
    expect(like('株洲', '')).toEqual([])
    expect(like(first.name, first.creditCode)).toEqual([])
    expect([like('', ''), like('示例', ''), like('', '9143 0100')]).toEqual([[first], [first], [first]])
  })
})
