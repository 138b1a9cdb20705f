/** What is wrong with the phone's own storage, in time to do something about it. */
import { usePhotosNearlyFull, useStorageHealth } from '../../phone'
import { count } from '../../components/figures'
import Notice from '../../components/notice'

export default function StorageNotice() {
  const photosNearlyFull = usePhotosNearlyFull()
  const { full, nearlyFull, damaged } = useStorageHealth()
  if (full) return <Notice tone="red">手机里留给小程序的空间已满,请先联网上传记录,再记新的。</Notice>
  if (nearlyFull) return <Notice tone="amber">手机里留给小程序的空间快满了,请尽快联网上传记录。</Notice>
  const records = damaged.filter((key) => /^(outbox|draft)\//.test(key)).length
  if (records > 0) {
    return (
      <Notice tone="red">
        手机里有 {count(records, '条')}记录读不出来,其余记录不受影响。请不要删除小程序,并联系省平台。
      </Notice>
    )
  }
  if (!photosNearlyFull) return null
  return <Notice tone="amber">手机里留给照片的空间快满了,请尽快联网上传照片。</Notice>
}
