/** Somebody else set the same meanwhile: it is told, and what was typed here stays, to be looked at and sent again. */
import { useEffect, useState } from 'react'
import Notice, { NoticeAction } from '../notice'
import { failureOf } from '../page-frame'

export { failureOr, meanwhileText } from './words'

/**
 * Follows the newest version: while nothing is typed the form begins from it by itself. `newer` is one that came
 * after the typing began; what is sent then replaces it. `typedOver` is the version over which something was typed
 * earlier, and kept; null when nothing was.
 */
export function useMeanwhile<T extends { version: number }>(
  newest: T | undefined,
  begin: (from: T) => void,
  typedOver: number | null = null,
) {
  const [seen, setSeen] = useState(typedOver ?? newest?.version ?? 0)
  const [typed, setTyped] = useState(typedOver !== null)
  const newer = newest !== undefined && newest.version > seen ? newest : null
  const beginFrom = (version: T) => {
    setSeen(version.version)
    setTyped(false)
    begin(version)
  }
  useEffect(() => {
    if (newer && !typed) beginFrom(newer)
  })
  return {
    newer: typed ? newer : null,
    seen,
    replaces: Math.max(seen, newest?.version ?? 0),
    touch: () => setTyped(true),
    beginFrom,
  }
}

/** Refused because somebody was faster: reads what they set, so that it can be shown, and refuses all the same. */
export async function orReload<T>(sending: Promise<T>, reload: () => Promise<void>): Promise<T> {
  try {
    return await sending
  } catch (thrown) {
    if (failureOf(thrown).code === 'REVISION_CONFLICT') await reload()
    throw thrown
  }
}

export function Meanwhile({ text, onTake }: { text: string; onTake: () => void }) {
  return (
    <Notice tone="amber" action={<NoticeAction title="改用新的" onTap={onTake} />}>
      {text}
    </Notice>
  )
}
