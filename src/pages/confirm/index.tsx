/** 确认参与: an enterprise confirms that it took part, with or without network, and rates the service. */
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { confirmations, session, useAsk, useSession, useStore } from '../../phone'
import PageFrame, { frameOf } from '../../components/page-frame'
import Done from './done'
import Kept from './kept'
import Open from './open'
import Refused from './refused'
import { tokenOf } from './scene'
import './index.scss'

export default function Confirm() {
  const opened = tokenOf(useRouter().params)
  const [scanned, setScanned] = useState({ token: opened, times: 0 })
  const { token, times } = scanned
  const scanning = {
    again: times > 0,
    onScanned: (next: string) => setScanned({ token: next, times: times + 1 }),
  }
  if (token === null) return <Refused code="TOKEN_UNKNOWN" {...scanning} />
  // The same code scanned again is asked for again.
  return <WithToken key={times} token={token} scanning={scanning} />
}

type Scanning = { again: boolean; onScanned: (token: string) => void }

function WithToken({ token, scanning }: { token: string; scanning: Scanning }) {
  const asked = useAsk('confirm', 'open', { token })
  const kept = useStore(confirmations.kept).find((each) => each.token === token)
  const { me } = useSession()
  const [confirmedAt, setConfirmedAt] = useState<string | null>(null)
  const frame = frameOf(asked)
  const { reload } = asked

  useEffect(() => {
    void session.refresh()
    // What was kept and has gone out meanwhile shows as confirmed.
    let before = confirmations.kept.get().length
    return confirmations.kept.subscribe(() => {
      const now = confirmations.kept.get().length
      if (now < before) void reload()
      before = now
    })
  }, [reload])

  if (kept) return <Kept kept={kept} />
  const activity = asked.data
  if (!activity) {
    if (frame.failure?.code === 'OFFLINE') {
      return (
        <Open token={token} activity={null} enterprise={me?.enterprise ?? null} onDone={setConfirmedAt} />
      )
    }
    if (frame.failure) {
      const { code, again } = frame.failure
      return <Refused code={code} onRetry={again ? frame.onRetry : undefined} {...scanning} />
    }
    return <PageFrame {...frame} />
  }
  const at = confirmedAt ?? activity.confirmedAt
  if (at !== null) return <Done activity={activity} at={at} already={confirmedAt === null} />
  return (
    <Open
      token={token}
      activity={activity}
      enterprise={activity.enterprise ?? me?.enterprise ?? null}
      onDone={(when) => {
        setConfirmedAt(when)
        void reload()
      }}
    />
  )
}
