/** What a batch will approve, in lines: by kind with the 家次, then by platform. */
import { kindTitles } from '../../components/words'
import { summariseApproval, type ReviewedRecord } from '../../shared/contract'

/** 服务活动 3 条，按申报共 36 家次 / 长沙市窗口平台 4 条; largest first. */
export function summaryLines(
  records: readonly Pick<ReviewedRecord, 'platformId' | 'platformName' | 'payload'>[],
): string[] {
  const { attendances, kinds, platforms } = summariseApproval(records)
  const titles: Record<string, string | undefined> = kindTitles
  const names = new Map(records.map(({ platformId, platformName }) => [platformId, platformName]))
  return [
    ...largestFirst(kinds).map(
      ([kind, number]) =>
        `${titles[kind] ?? '其他记录'} ${number} 条${kind === 'activity' ? `，按申报共 ${attendances} 家次` : ''}`,
    ),
    ...largestFirst(platforms).map(([id, number]) => `${names.get(id) ?? id} ${number} 条`),
  ]
}

function largestFirst(counts: Record<string, number>): [string, number][] {
  return Object.entries(counts).sort(([, one], [, other]) => other - one)
}
