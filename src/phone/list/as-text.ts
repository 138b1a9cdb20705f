/** A record as text to copy: the last way out when it will not upload. */
import { shanghaiDate, shanghaiTime } from '../../shared/calendar'
import { categoriesText, holderTitles, type RecordPayload } from '../../shared/records'

export function recordAsText(id: string, platform: string, payload: RecordPayload): string {
  const lines = [`窗口平台:${platform}`, ...members(payload), `编号:${id}`]
  return lines.join('\n')
}

const at = (instant: string) => `${shanghaiDate(instant)} ${shanghaiTime(instant)}`
const line = (name: string, value: string) => (value === '' ? [] : [`${name}:${value}`])

function members(payload: RecordPayload): string[] {
  switch (payload.kind) {
    case 'activity':
      return [
        `活动:${payload.title}`,
        `类别:${categoriesText([payload.category, ...(payload.alsoCategories ?? [])])}`,
        ...line('服务内容', payload.topic ?? ''),
        `时间:${at(payload.startsAt)} 至 ${at(payload.endsAt)}`,
        `地点:${payload.place.name}`,
        `参与企业:${payload.attendances} 家次`,
        ...line('通知或方案', payload.announcement),
        ...line('活动纪要', payload.summary),
        ...line('成效或反馈', payload.outcome),
        `照片:${payload.photos.length} 张`,
      ]
    case 'demand':
      return [
        `融资需求:${payload.enterprise.name} ${payload.enterprise.creditCode}`,
        `金额:${payload.amount} 万元`,
        `收到:${at(payload.receivedAt)}`,
        ...line('发布', payload.publishedAt === null ? '' : at(payload.publishedAt)),
        ...line('用途', payload.purpose),
      ]
    case 'transaction':
      return [
        `线上交易:${payload.service}`,
        `企业:${payload.enterprise.name} ${payload.enterprise.creditCode}`,
        `订单:${payload.order}`,
        `完成:${at(payload.completedAt)}`,
      ]
    case 'honour':
      return [
        `荣誉:${payload.title}`,
        `授予单位:${payload.issuer}`,
        `日期:${payload.conferredOn}`,
        ...line('有效期至', payload.validUntil ?? ''),
        ...line('所属年度', payload.forYear ?? ''),
        ...line('获得者', payload.holder ? holderTitles[payload.holder] : ''),
        ...line('证明', payload.proof),
      ]
  }
}
