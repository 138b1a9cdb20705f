/**
 * The ways in which staff enter who is there: by scanning an enterprise's code, by hand, by a list. All work offline.
 * What this phone keeps of that is shown to whoever may no longer enter, too: a refusal must be seen.
 */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useEffect, useMemo, useState } from 'react'
import {
  entries,
  messageOf,
  rememberEnterprises,
  scanCode,
  StorageFull,
  useStore,
  useSuggestions,
  type NewEntry,
} from '../../phone'
import { enterpriseScanned } from '../../components/enterprise-fields'
import { count } from '../../components/figures'
import { sourceTitles } from '../../components/words'
import type { Participation } from '../../shared/contract'
import { enteredEnterpriseSchema } from '../../shared/records'
import EnterSheet from './enter-sheet'
import KeptEntries from './kept-entries'
import PasteSheet from './paste-sheet'
import { nobody, type TypingProps } from './typing'

type Props = TypingProps & {
  activityId: string
  /** Who is there by the server's list; empty while that is unknown. */
  participations: readonly Participation[]
  /** The activity itself has not arrived yet. */
  waitsForActivity: boolean
  /** The person may enter more; what this phone keeps is shown in any case. */
  canEnter: boolean
  /** The server has received some. */
  onReceived?: () => void
}

export default function Entering({
  activityId,
  participations,
  waitsForActivity,
  canEnter,
  onReceived,
  typing,
  onType,
}: Props) {
  const [said, setSaid] = useState('')
  const { kept, received } = useEntriesOf(activityId, participations)
  const { enterprises } = useSuggestions()
  const names = useMemo(
    () => new Map(enterprises.map(({ creditCode, name }) => [creditCode, name])),
    [enterprises],
  )
  const arrived = received.length
  useEffect(() => {
    if (arrived > 0) onReceived?.()
    // Told once for each arrival; the callback is a new one at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrived])
  useEffect(() => {
    if (canEnter) rememberEnterprises(participations.map(({ enterprise }) => enterprise))
  }, [participations, canEnter])

  /** Why they could not be kept on this phone; null when they are. */
  const enter = (wanted: NewEntry[]): string | null => {
    const there = new Map(participations.map((each) => [each.enterprise.creditCode, each]))
    const fresh = wanted.filter(
      // The code of a person goes up even so: it confirms them for their enterprise.
      ({ enterprise, personCode }) => personCode !== undefined || !there.has(enterprise.creditCode),
    )
    const [only] = wanted
    const before = only && there.get(only.enterprise.creditCode)
    try {
      const added = entries.add(activityId, fresh)
      rememberEnterprises(fresh.map(({ enterprise }) => enterprise))
      if (wanted.length === 1 && only && (added === 0 || before)) {
        const how = before ? `早已${sourceTitles[before.source]}` : '已经记下'
        setSaid(`${only.enterprise.name}${how},只算一家。`)
      } else {
        const repeated = wanted.length - added
        setSaid(`已记下 ${count(added, '家')}${repeated > 0 ? `,另有 ${repeated} 家早已登记` : ''}。`)
      }
      return null
    } catch (failure) {
      return failure instanceof StorageFull ? failure.message : messageOf(failure)
    }
  }

  const scan = async () => {
    const text = await scanCode?.()
    if (text === null || text === undefined) return
    const found = enterpriseScanned(text)
    if (!found) {
      setSaid('扫到的不是企业码或营业执照。请让企业打开“我的”里的企业码,或用“手工登记”。')
      return
    }
    const name = found.name || (names.get(found.creditCode) ?? '')
    const { creditCode, personCode } = found
    const enterprise = enteredEnterpriseSchema.safeParse({ name, creditCode })
    if (enterprise.success) {
      const hindered = enter([{ enterprise: enterprise.data, source: 'staff-scan', personCode }])
      if (hindered !== null) setSaid(hindered)
      return
    }
    const told = { name, creditCode }
    onType({ open: 'one', scanned: told, one: told })
  }
  const close = () => onType({ open: 'nothing' })

  return (
    <>
      {canEnter && (
        <View className="activity-buttons">
          {scanCode && (
            <Button block type="primary" fill="outline" onClick={() => void scan()}>
              扫企业码
            </Button>
          )}
          <Button
            block
            type="primary"
            fill="outline"
            onClick={() => onType({ open: 'one', scanned: null, one: nobody })}
          >
            手工登记
          </Button>
          <Button block type="primary" fill="outline" onClick={() => onType({ open: 'list' })}>
            粘贴名单
          </Button>
        </View>
      )}
      {said !== '' && <View className="activity-said">{said}</View>}
      <KeptEntries kept={kept} received={received} waitsForActivity={waitsForActivity} />
      <EnterSheet typing={typing} onType={onType} onClose={close} onEnter={enter} />
      <PasteSheet typing={typing} onType={onType} names={names} onClose={close} onEnter={enter} />
    </>
  )
}

/** The entries of this phone at an activity, without those that the server's list has. */
function useEntriesOf(activityId: string, participations: readonly Participation[]) {
  const { kept, received } = useStore(entries.store)
  return useMemo(() => {
    const listed = new Set(participations.map(({ id }) => id))
    return {
      kept: kept.filter((entry) => entry.activityId === activityId),
      received: received.filter(
        ({ entry, participation }) => entry.activityId === activityId && !listed.has(participation.id),
      ),
    }
  }, [kept, received, participations, activityId])
}
