/** One record of the list, with its reason and what can be done when it did not upload. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { usePhotos, useSession, type PhoneRecord } from '../../phone'
import { count, dayText } from '../../components/figures'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import UnsentActions from '../../components/unsent-actions'
import { activityTitle, kindTitles } from '../../components/words'

export default function Row({ record }: { record: PhoneRecord }) {
  const { state, title, reason, hasDraft, stored } = record
  const missing = stored?.missingPhotos.length ?? 0
  const { membership } = useSession()
  const elsewhere = record.platformId !== membership?.platform?.id
  return (
    <View className="records-row">
      <View className="records-main" onClick={() => open(record)} aria-role="link">
        <View className="records-line">
          <View className="records-title">{title}</View>
          <StateTag state={state} />
        </View>
        <View className="records-note">{noteOf(record)}</View>
        {reason !== null && <View className="records-reason">{reason}</View>}
        {((hasDraft && state !== 'draft') || elsewhere) && (
          <View className="records-tags">
            {hasDraft && state !== 'draft' && <Tag tone="grey">有未保存的修改</Tag>}
            {elsewhere && <Tag tone="grey">另一个平台的记录</Tag>}
          </View>
        )}
        {missing > 0 && state !== 'withdrawn' && <Missing missing={missing} />}
      </View>
      {state === 'failed' && <UnsentActions record={record} />}
    </View>
  )
}

function Missing({ missing }: { missing: number }) {
  const { uploading } = usePhotos()
  return (
    <View className="records-missing">
      {missing} 张照片{uploading === null ? '还没有传完' : '正在上传'}
    </View>
  )
}

function open({ id, state }: PhoneRecord) {
  const page = state === 'draft' ? 'record' : 'activity'
  void Taro.navigateTo({ url: `/pages/${page}/index?id=${id}` })
}

function noteOf({ payload, kind, date }: PhoneRecord): string {
  const day = date === null ? '' : dayText(date, String(new Date().getFullYear()))
  if (payload?.kind === 'activity') {
    const people = payload.attendances > 0 ? count(payload.attendances, '家次') : ''
    return [activityTitle(payload.category), day, people].filter(Boolean).join(' · ')
  }
  return [kindTitles[kind], day].filter(Boolean).join(' · ')
}
