/** What somebody finds, by their role, where the work of a platform would be. Pure. */
import type { Role } from '../../shared/contract'

type Words = { title: string; hint: string; action: string; page?: 'review' }

export function noPlatformWords(role: Role | null): Words {
  switch (role) {
    case 'reviewer':
    case 'province':
      return {
        title: '您没有填报任务',
        hint: '各平台提交的记录在“审核”里,名次在“排名”里,其他工作在“我的”里。',
        action: '去审核',
        page: 'review',
      }
    case 'enterprise':
      return {
        title: '企业不用填报',
        hint: '到活动现场扫活动码,就能确认参加。参加过的活动在“我的”里,可以评价。',
        action: '打开“我的”',
      }
    default:
      return {
        title: '还没有加入窗口平台',
        hint: '请向平台负责人要一个邀请码,在“我的”里输入,就可以开始记录。',
        action: '输入邀请码',
      }
  }
}
