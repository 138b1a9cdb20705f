/** The photos of a record, from this phone or from the server; what has not arrived is said. */
import Taro from '@tarojs/taro'
import { usePhotoAddresses } from '../../phone'
import type { RecordPayload } from '../../shared/records'
import { photosOf } from '../../shared/records'
import PhotoGrid from '../photo-grid'
import SectionCard from '../section-card'

type Props = {
  recordId: string
  payload: RecordPayload
  /** Ids of photos that have not arrived at the server. */
  missing: readonly string[]
}

export default function RecordPhotos({ recordId, payload, missing }: Props) {
  const photos = photosOf(payload)
  const addresses = usePhotoAddresses(
    recordId,
    photos.map(({ id }) => id),
  )
  if (photos.length === 0) return null
  const arrived = photos.length - missing.length
  const urls = photos.flatMap(({ id }) => addresses[id] ?? [])
  return (
    <SectionCard
      title="照片"
      extra={`${photos.length} 张`}
      note={missing.length > 0 ? `已传 ${arrived} 张,还有 ${missing.length} 张没有传到` : undefined}
    >
      <PhotoGrid
        photos={photos.map(({ id }) => ({
          id,
          src: addresses[id] ?? null,
          note: missing.includes(id) ? '待上传' : undefined,
        }))}
        onOpen={(id) => {
          const current = addresses[id]
          if (current !== undefined) void Taro.previewImage({ current, urls })
        }}
      />
    </SectionCard>
  )
}
