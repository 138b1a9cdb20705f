/** What risk flags say to the reviewer. */
import { flagLimits, type RiskFlag, type RiskFlagKind, type SeenChange, type Twin } from '../../shared/flags'
import { dateLimits } from '../../shared/records'

/** In the filter of the queue. */
export const flagTitles: Record<RiskFlagKind, string> = {
  'own-member': '本平台人员扫码',
  'one-phone': '一机多家',
  burst: '集中扫码',
  late: '时间以外',
  early: '早于活动',
  far: '离得远',
  'staff-entries': '手工录入多',
  'time-unverified': '时间未核实',
  declared: '申报多于确认',
  changed: '确认后改动',
  'same-order': '订单号重复',
  'same-content': '内容重复',
  'same-demand': '需求重复',
  'same-event': '活动重复',
  'same-certificate': '荣誉重复',
  'same-photo': '照片重复',
  elsewhere: '同时在别处',
  long: '历时过长',
  old: '补录过晚',
  ahead: '时间未到',
  clock: '时钟不对',
  'approved-zero': '核定 0 家次',
}

const fieldTitles: Record<SeenChange['field'], string> = {
  title: '名称',
  category: '类别',
  startsAt: '开始时间',
  endsAt: '结束时间',
  place: '地点',
}

/** 3 家是本平台人员的手机扫码确认的（共 8 家扫码）. */
export function flagText({ kind, count, of }: Pick<RiskFlag, 'kind' | 'count' | 'of'>): string {
  const scans = of === null ? '' : `（共 ${of} 家扫码）`
  switch (kind) {
    case 'own-member':
      return `${count} 家由本平台人员的手机扫码确认${scans}`
    case 'one-phone':
      return `同一部手机扫码确认了 ${count} 家企业`
    case 'burst':
      return `${flagLimits.burstSeconds} 秒内有 ${count} 家扫码确认`
    case 'late':
      return `${count} 家在确认时间以外登记或确认`
    case 'early':
      return `${count} 家在活动开始以前就已登记或确认`
    case 'far':
      return `${count} 家在离活动地点 ${flagLimits.farMetres / 1000} 公里以外确认`
    case 'staff-entries':
      return `${of ?? count} 家中有 ${count} 家由工作人员手工录入，超过一半`
    case 'time-unverified':
      return `${count} 家的确认时间未核实（点按 ${flagLimits.unverifiedMinutes} 分钟以后才收到）${scans}`
    case 'declared':
      return `申报的家次里有 ${count} 家次没有企业确认，超过一半`
    case 'changed':
      return `${count} 家登记或确认以后，活动内容有改动`
    case 'same-order':
      return `另有 ${count} 条线上交易是同一企业的同一订单号`
    case 'same-content':
      return `另有 ${count} 条记录的内容完全相同`
    case 'same-demand':
      return `另有 ${count} 条需求是同一企业同一天的同一金额`
    case 'same-event':
      return `另有 ${count} 条活动的名称、地点相同，时间重叠`
    case 'same-certificate':
      return `另有 ${count} 条荣誉是同一证书或报道`
    case 'same-photo':
      return `另有 ${count} 条记录用了相同的照片`
    case 'elsewhere':
      return `有企业同一时间也在另外 ${count} 场不同地点的活动`
    case 'long':
      return `活动历时 ${count} 天，超过 ${dateLimits.longDays} 天`
    case 'old':
      return `办理 ${count} 天以后才录入，超过 ${dateLimits.oldDays} 天`
    case 'ahead':
      return `录入时办理时间还没有到，相差约 ${count} 小时`
    case 'clock':
      return '填报手机的时钟与服务器相差一天以上'
    case 'approved-zero':
      return '核定为 0 家次'
    default:
      return '有需要留意的情况，请更新小程序后查看'
  }
}

/** 开始时间由“2023-06-15 09:00”改为“2023-06-20 09:00”. */
export function changeText({ field, from, to, count }: SeenChange): string {
  return `${fieldTitles[field]}由“${from}”改为“${to}”（${count} 家看到的是改前的）`
}

/** 06-15 园区贷款对接会 · 长沙市窗口平台; of a platform that the reader may not see only that it exists. */
export function twinText({ title, platformName, date }: Twin): string {
  if (title === null) return '另一平台的记录（您无权查看其内容）'
  return `${date ?? ''} ${title} · ${platformName ?? ''}`
}
