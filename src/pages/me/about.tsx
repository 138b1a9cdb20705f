/** How much room is used on the phone, which version this is, and to the province how the service does. */
import Taro from '@tarojs/taro'
import { useAsk, usePhotosNearlyFull, useSession, useStorageHealth } from '../../phone'
import { grouped } from '../../components/figures'
import ListRow from '../../components/list-row'
import Notice from '../../components/notice'
import { failureOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import { serviceRows } from './service-words'
import { version } from './version'

export default function About() {
  const health = useStorageHealth()
  const photosNearlyFull = usePhotosNearlyFull()
  const used = usage()
  return (
    <>
      {(health.full || health.nearlyFull) && (
        <Notice tone={health.full ? 'red' : 'amber'}>
          手机里留给小程序的空间{health.full ? '已满' : '快满了'}。请先联网上传记录,再清理手机空间。
        </Notice>
      )}
      {photosNearlyFull && <Notice tone="amber">手机里留给照片的空间快满了。请尽快联网上传照片。</Notice>}
      {health.damaged.length > 0 && (
        <Notice tone="red">
          有 {health.damaged.length} 项手机里的内容读不出来,已原样保留,请联系平台负责人。
        </Notice>
      )}
      <SectionCard>
        {used !== null && <ListRow title="占用手机空间" value={used} />}
        <ListRow title="版本" value={version} />
      </SectionCard>
      <Service />
    </>
  )
}

function Service() {
  const { me } = useSession()
  const told = me?.memberships.some(({ role }) => role === 'province') ?? false
  const { data, status, failure, reload } = useAsk('session', 'health', told ? {} : null)
  if (!told || (status === 'loading' && !data)) return null
  const again = () => void reload()
  return (
    <SectionCard title="服务状态">
      {data &&
        serviceRows(data, new Date()).map(({ title, note, value, wrong }) => (
          <ListRow
            key={title}
            title={title}
            note={note}
            value={wrong ? <Tag tone="amber">{value}</Tag> : value}
          />
        ))}
      {(status === 'failed' || status === 'kept') && failure != null && (
        <ListRow title="没有取得最新状态" note={`${failureOf(failure).title},点这里再试一次`} onTap={again} />
      )}
    </SectionCard>
  )
}

/** In KB or MB; null where the machine does not tell, as browsers do. */
function usage(): string | null {
  try {
    const { currentSize } = Taro.getStorageInfoSync()
    if (!Number.isFinite(currentSize)) return null
    return currentSize < 1024
      ? `${grouped(Math.ceil(currentSize))} KB`
      : `${(currentSize / 1024).toFixed(1)} MB`
  } catch {
    return null
  }
}
