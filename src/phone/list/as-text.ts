/** A record as text to copy: the last way out when it will not upload. It holds every field that was entered. */
import { kindTitles, linesOf, plainStyle, type RecordPayload } from '../../shared/records'

export function recordAsText(id: string, platform: string, payload: RecordPayload): string {
  return [
    { label: '窗口平台', value: platform },
    { label: '记录', value: kindTitles[payload.kind] },
    ...linesOf(payload, plainStyle),
    { label: '编号', value: id },
  ]
    .map(({ label, value }) => `${label}：${value}`)
    .join('\n')
}
