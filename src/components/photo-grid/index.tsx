/** Photos in a grid: what is there, what is still on its way, and the place for one more. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { described, pictured } from '../described'
import './index.scss'

export type GridPhoto = {
  id: string
  /** A path or address; null where only the name is known here. */
  src: string | null
  /** A word over the picture, such as 待上传. */
  note?: string
}
type Props = {
  photos: readonly GridPhoto[]
  max?: number
  onAdd?: () => void
  onRemove?: (id: string) => void
  onOpen?: (id: string) => void
}

export default function PhotoGrid({ photos, max = 9, onAdd, onRemove, onOpen }: Props) {
  // A picture that cannot be shown is named instead of leaving a broken frame.
  const [unshown, setUnshown] = useState<readonly string[]>([])
  return (
    <View className="photo-grid">
      {photos.map((photo, index) => (
        <View key={photo.id} className="photo-grid-cell" onClick={() => onOpen?.(photo.id)}>
          {photo.src === null || unshown.includes(photo.src) ? (
            <View className="photo-grid-absent">照片 {index + 1}</View>
          ) : (
            <Image
              className="photo-grid-image"
              src={photo.src}
              mode="aspectFill"
              onError={() => setUnshown((now) => [...now, photo.src ?? ''])}
              {...pictured(`照片 ${index + 1}`)}
            />
          )}
          {photo.note !== undefined && <View className="photo-grid-note">{photo.note}</View>}
          {onRemove && (
            <View
              className="photo-grid-remove"
              onClick={(event) => {
                event.stopPropagation()
                onRemove(photo.id)
              }}
              {...described(`删除照片 ${index + 1}`, 'button')}
            >
              <View className="photo-grid-cross">×</View>
            </View>
          )}
        </View>
      ))}
      {onAdd && photos.length < max && (
        <View className="photo-grid-cell photo-grid-add" onClick={onAdd} {...described('添加照片', 'button')}>
          +
        </View>
      )}
    </View>
  )
}
