/** Places that the platform has been to, to take with one tap. */
import { View } from '@tarojs/components'
import { placesLike, useSuggestions } from '../../phone'

const MOST = 3

type Props = { typed: string; onChoose: (place: string) => void }

export default function OfferedPlaces({ typed, onChoose }: Props) {
  const { places } = useSuggestions()
  const offered = placesLike(places, typed, MOST)
  if (offered.length === 0) return null
  return (
    <View className="record-offered">
      {offered.map((place) => (
        <View key={place} className="record-offer" onClick={() => onChoose(place)} aria-role="button">
          {place}
        </View>
      ))}
    </View>
  )
}
