/** Photos of a record: taken or chosen, kept on the phone at once, sent after the record. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import {
  letGoOfPhotos,
  photos as store,
  PhotosLeftOut,
  PhotosRefused,
  usePhotoAddresses,
  useRecord,
  type PhotoSource,
} from '../../phone'
import PhotoGrid from '../../components/photo-grid'
import SectionCard from '../../components/section-card'
import { limits, type Photo } from '../../shared/records'

type Props = {
  recordId: string
  photos: readonly Photo[]
  error?: string

  onChange: (photos: Photo[]) => void
  /** Whether a photo may be marked as the sign-in sheet. */
  withSheets?: boolean
}

const sources: PhotoSource[] = ['camera', 'album']

export default function Photos({ recordId, photos, error, onChange, withSheets = false }: Props) {
  const addresses = usePhotoAddresses(
    recordId,
    photos.map((photo) => photo.id),
  )
  const missing = useRecord(recordId)?.stored?.missingPhotos ?? null
  const [trouble, setTrouble] = useState('')
  // Pictures come in one by one while the person may go on typing.
  const latest = useRef({ photos, onChange })
  latest.current = { photos, onChange }

  async function add(): Promise<void> {
    const source = await chooseSource()
    if (!source) return
    try {
      await store.add(recordId, source, photos.length, (photo) => {
        const { photos: before, onChange: change } = latest.current
        const next = [...before, photo]
        latest.current = { photos: next, onChange: change }
        change(next)
      })
      setTrouble('')
    } catch (failure) {
      const full = '照片没有存进手机:空间可能已满。已经添加的照片不受影响。'
      const isKnown = failure instanceof PhotosLeftOut || failure instanceof PhotosRefused
      setTrouble(isKnown ? failure.message : full)
    }
  }

  function remove(id: string): void {
    onChange(photos.filter((photo) => photo.id !== id))
    // Its file goes only if no saved version names it.
    void letGoOfPhotos(recordId)
  }

  function mark(id: string): void {
    onChange(
      photos.map(({ role, ...photo }) =>
        (photo.id === id) === (role === undefined) ? { ...photo, role: 'sign-in-sheet' as const } : photo,
      ),
    )
  }

  const shown = photos.map(({ id, role }) => ({
    id,
    src: addresses[id] ?? null,
    isSheet: role === 'sign-in-sheet',
  }))
  return (
    <SectionCard
      title="照片"
      extra={<View className="record-quiet">{`${photos.length} / ${limits.photos}`}</View>}
    >
      <PhotoGrid
        photos={shown}
        missing={missing}
        max={limits.photos}
        onAdd={() => void add()}
        onRemove={remove}
        onMark={withSheets ? mark : undefined}
        onOpen={(id) => {
          const urls = shown.flatMap(({ src }) => src ?? [])
          const current = addresses[id]
          if (current) void Taro.previewImage({ current, urls })
        }}
      />
      {(error || trouble) && <View className="record-error">{error || trouble}</View>}
    </SectionCard>
  )
}

async function chooseSource(): Promise<PhotoSource | null> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: ['拍照', '从相册选择'] })
    return sources[tapIndex] ?? null
  } catch {
    return null
  }
}
