/** Where the button is pressed, for those who like to tell: at once if they permitted it before, else at a tap. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { location } from '../../phone'
import type { PressedPlace } from '../../shared/contract'

type Props = { place: PressedPlace | null; onChange: (place: PressedPlace | null) => void }

export default function PlaceLine({ place, onChange }: Props) {
  const [note, setNote] = useState('')
  const find = async () => {
    const here = await location.here()
    setNote(here ? '' : '没有取得位置,不影响确认')
    if (here) onChange({ latitude: here.latitude, longitude: here.longitude, accuracy: here.accuracy })
  }
  useEffect(() => {
    void location.isPermitted().then((permitted) => (permitted ? find() : undefined))
    // Once, when the screen opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <View>
      <View className="confirm-quiet">
        {note !== ''
          ? note
          : place
            ? '已附上您离活动地点的远近,具体位置不保存。'
            : '可以附上位置,说明您在现场。不附也能确认。'}
      </View>
      <View
        className="confirm-link"
        onClick={() => (place ? onChange(null) : void find())}
        aria-role="button"
      >
        {place ? '不附位置' : '附上当前位置'}
      </View>
    </View>
  )
}
