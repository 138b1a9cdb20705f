/** What is said at each photo: on its way, there, or why not. */
import type { PhotosState } from '../../phone'

export type PhotoState = {
  id: string
  /** A word over the picture; none where there is nothing to say. */
  note?: string
  /** Why it did not get through; it can be tried again. */
  reason?: string
}

const GONE = '手机里找不到这张照片,请删除后重新添加。'

/** `missing`: ids that have not arrived at the server; null where the server does not have the record. */
export function photoStates(
  ids: readonly string[],
  { photos, uploading, failures }: Omit<PhotosState, 'preparing'>,
  missing: readonly string[] | null,
): PhotoState[] {
  return ids.map((id) => {
    const kept = photos.get(id)
    const reason = failures.get(id)
    if (uploading === id) return { id, note: '上传中' }
    if (kept?.attached) return { id, note: '已上传' }
    if (reason !== undefined) return { id, note: '点此重传', reason }
    if (kept || missing?.includes(id)) return { id, note: '待上传' }
    return missing === null ? { id, note: '找不到', reason: GONE } : { id }
  })
}

/** Each reason once, with the photos that it is true of: 照片 1、3:没有网络。 */
export function reasonsOf(states: readonly PhotoState[]): string[] {
  const byReason = new Map<string, number[]>()
  states.forEach(({ reason }, index) => {
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), index + 1])
  })
  return [...byReason].map(([reason, numbers]) => `照片 ${numbers.join('、')}:${reason}`)
}
