/** The fields of what several kinds are made of. */
import type { FieldsOf } from './descriptor'
import type { Enterprise, Place } from './parts'

export const enterpriseFields: FieldsOf<Enterprise, never> = {
  name: { label: '企业名称', format: { as: 'text' }, column: { title: '企业名称', width: 30 } },
  creditCode: {
    label: '信用代码',
    format: { as: 'credit-code' },
    column: { title: '统一社会信用代码', width: 21, align: 'center' },
  },
}

export const placeFields: FieldsOf<Place, never> = {
  name: { label: '地点', format: { as: 'text' }, column: { title: '地点', width: 17 } },
  method: { label: '地点来源', format: { as: 'choice', list: 'placeMethod' } },
  latitude: { label: '纬度', format: { as: 'number', unit: '度' } },
  longitude: { label: '经度', format: { as: 'number', unit: '度' } },
  accuracy: { label: '定位误差', format: { as: 'number', unit: '米' } },
}
