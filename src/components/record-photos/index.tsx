/** The photos of a record: those on this phone are shown, the others named; what has not arrived is said. */
import type { RecordPayload } from '../../shared/records'
import { photosOf } from '../../shared/records'
import PhotoGrid from '../photo-grid'
import SectionCard from '../section-card'

type Props = {
  payload: RecordPayload
  /** Ids of photos that have not arrived at the server. */
  missing: readonly string[]
  /** What an image element shows, by photo id, for photos at hand. */
  addresses?: Readonly<Record<string, string>>
}

export default function RecordPhotos({ payload, missing, addresses = {} }: Props) {
  const photos = photosOf(payload)
  if (photos.length === 0) return null
  const arrived = photos.length - missing.length
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
      />
    </SectionCard>
  )
}
