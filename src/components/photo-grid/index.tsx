/** Photos in a grid: how far each of them is, what did not get through and why, and the place for one more. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { photos as store, usePhotos } from '../../phone'
import { described, pictured } from '../described'
import { photoStates, reasonsOf } from './states'
import './index.scss'

export type GridPhoto = {
  id: string
  /** A path or address; null where only the name is known here. */
  src: string | null
  /** It shows the sign-in sheet. */
  isSheet?: boolean
}
type Props = {
  photos: readonly GridPhoto[]
  /** Ids that have not arrived at the server; null where the server does not have the record. */
  missing: readonly string[] | null
  max?: number
  onAdd?: () => void
  onRemove?: (id: string) => void
  /** Marks a photo as the sign-in sheet, or takes the mark away. */
  onMark?: (id: string) => void
  onOpen?: (id: string) => void
}

export default function PhotoGrid({ photos, missing, max = 9, onAdd, onRemove, onMark, onOpen }: Props) {
  // A picture that cannot be shown is named instead of leaving a broken frame.
  const [unshown, setUnshown] = useState<readonly string[]>([])
  const states = photoStates(
    photos.map(({ id }) => id),
    usePhotos(),
    missing,
  )
  return (
    <>
      <View className="photo-grid">
        {photos.map((photo, index) => {
          const { note, reason } = states[index] ?? {}
          return (
            <View
              key={photo.id}
              className="photo-grid-cell"
              onClick={() => (reason === undefined ? onOpen?.(photo.id) : store.retry())}
            >
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
              {note !== undefined && (
                <View className={`photo-grid-note ${reason === undefined ? '' : 'photo-grid-failed'}`}>
                  {note}
                </View>
              )}
              {(photo.isSheet || onMark) && (
                <View
                  className={photo.isSheet ? 'photo-grid-mark photo-grid-marked' : 'photo-grid-mark'}
                  onClick={(event) => {
                    if (!onMark) return
                    event.stopPropagation()
                    onMark(photo.id)
                  }}
                  {...described(`照片 ${index + 1} 是签到表`, 'checkbox')}
                  aria-checked={photo.isSheet === true}
                >
                  <View className="photo-grid-mark-word">签到表</View>
                </View>
              )}
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
          )
        })}
        {onAdd && photos.length < max && (
          <View
            className="photo-grid-cell photo-grid-add"
            onClick={onAdd}
            {...described('添加照片', 'button')}
          >
            +
          </View>
        )}
      </View>
      {reasonsOf(states).map((reason) => (
        <View key={reason} className="photo-grid-reason">
          {reason}
        </View>
      ))}
    </>
  )
}
