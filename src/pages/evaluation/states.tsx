/** How far a period is, in words. */
import Tag from '../../components/tag'
import type { Output, RunProgress } from '../../shared/contract'
import { momentText } from '../../components/figures'

export type PeriodStanding = Output<'evaluate', 'periods'>['periods'][number]

const titles = { provisional: '暂定', frozen: '已冻结', published: '已公布' }
const tones = { provisional: 'hatched', frozen: 'jade', published: 'jade' } as const

export function PeriodTag({ state }: { state: PeriodStanding['state'] }) {
  if (state === null) return <Tag>未计算</Tag>
  return <Tag tone={tones[state]}>{titles[state]}</Tag>
}

/** 6月20日 10:30 算完 140 个平台,变化 12 个 · 正在计算 64 / 140 个平台 */
export function runText({ state, startedAt, done, of, changed, failed }: RunProgress): string {
  const wrong = failed.length > 0 ? `,${failed.length} 个没有算成` : ''
  switch (state) {
    case 'running':
      return `正在计算 ${done} / ${of} 个平台`
    case 'interrupted':
      return `算到 ${done} / ${of} 个平台时中断,再运行会接着算`
    case 'finished':
      return `${momentText(startedAt)} 算完 ${of} 个平台,变化 ${changed} 个${wrong}`
  }
}
