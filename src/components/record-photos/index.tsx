/** The photos of a record, from this phone or from the server; what has not arrived is said. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { usePhotoAddresses, usePhotos } from '../../phone'
import type { StoredRecord } from '../../shared/contract'
import type { RecordPayload } from '../../shared/records'
import { photosOf } from '../../shared/records'
import PhotoGrid from '../photo-grid'
import SectionCard from '../section-card'

type Props = {
  recordId: string
  payload: RecordPayload
  /** Ids of photos that have not arrived at the server; null where it does not have the record. */
  missing: readonly string[] | null
  /** As the server has it: which photos it found, and which are sign-in sheets. */
  stored?: Pick<StoredRecord, 'photos' | 'signInSheets'> | null
}

export default function RecordPhotos({ recordId, payload, missing, stored = null }: Props) {
  const photos = photosOf(payload)
  const addresses = usePhotoAddresses(
    recordId,
    photos.map(({ id }) => id),
  )
  const { photos: kept } = usePhotos()
  if (photos.length === 0) return null
  // What has arrived since the record was asked for does not lack any more.
  const absent = missing?.filter((id) => !kept.get(id)?.attached) ?? []
  const arrived = photos.length - absent.length
  const urls = photos.flatMap(({ id }) => addresses[id] ?? [])
  return (
    <SectionCard
      title="照片"
      extra={`${photos.length} 张`}
      note={absent.length > 0 ? `已传 ${arrived} 张,还有 ${absent.length} 张没有传到` : undefined}
    >
      <PhotoGrid
        photos={photos.map(({ id, role }) => ({
          id,
          src: addresses[id] ?? null,
          isSheet: role === 'sign-in-sheet' || stored?.signInSheets.includes(id),
        }))}
        missing={missing}
        onOpen={(id) => {
          const current = addresses[id]
          if (current !== undefined) void Taro.previewImage({ current, urls })
        }}
      />
      {photos.map(({ id }, index) => {
        const found = stored?.photos.find((photo) => photo.id === id)
        if (found === undefined || found.state === 'arrived') return null
        const word = found.state === 'unchecked' ? '待核对' : `不作为依据：${found.reason}`
        return <View key={id} className="record-photos-note">{`照片 ${index + 1} ${word}`}</View>
      })}
    </SectionCard>
  )
}
