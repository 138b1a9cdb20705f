/** The code in sight: replaced before it expires, hidden when that fails, asked for again ever less often. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, posters } from '../../phone'
import { failureOf, type FrameFailure } from '../../components/page-frame'
import type { ClosingHours, Output } from '../../shared/contract'
import { lifeOf, refreshAfter, retryAfter } from './code-life'

export type Code = Output<'confirm', 'issueCode'>
export type CodeKind = 'rotating' | 'poster'

export function useCode(activityId: string, kind: CodeKind, closesAfter: ClosingHours | null) {
  const [code, setCode] = useState<Code | null>(null)
  const [revoked, setRevoked] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  /** Raised by whatever makes an answer on its way the answer to an older question. */
  const turn = useRef(0)
  const failures = useRef(0)
  /** The token in sight now, however long the person takes to choose. */
  const token = useRef<string | null>(null)
  token.current = code?.token ?? null

  const issue = useCallback(async () => {
    const mine = ++turn.current
    try {
      const next =
        kind === 'poster'
          ? await posters.issue(activityId, closesAfter)
          : await call('confirm', 'issueCode', { activityId, kind, closesAfter })
      if (mine !== turn.current) return
      failures.current = 0
      setCode(next)
      setFailure(null)
      setRevoked(false)
    } catch (thrown) {
      if (mine !== turn.current) return
      failures.current += 1
      const why = failureOf(thrown)
      // A poster hangs and counts, whether this phone has a network or not; what was refused is shown no longer.
      if (!why.again) setCode(null)
      setFailure(why)
    }
  }, [activityId, kind, closesAfter])

  useEffect(() => {
    setCode(kind === 'poster' ? posters.kept(activityId) : null)
    void issue()
    return () => void (turn.current += 1)
  }, [activityId, kind, issue])

  useEffect(() => {
    const isFixed = kind === 'poster' && code !== null && !failure
    if (revoked || isFixed || (!code && !failure) || failure?.again === false) return
    const wait = code && !failure ? refreshAfter(code.expiresAt, Date.now()) : retryAfter(failures.current)
    const timer = setTimeout(() => void issue(), wait)
    return () => clearTimeout(timer)
  }, [code, failure, kind, issue, revoked])

  useEffect(() => {
    if (!code || kind === 'poster') return
    const timer = setTimeout(() => setCode(null), lifeOf(code.expiresAt, Date.now()))
    return () => clearTimeout(timer)
  }, [code, kind])

  /** Ends the code in sight, or all of the activity. */
  const revoke = async (which: 'shown' | 'all') => {
    const shown = token.current
    if (which === 'shown' && shown === null) return
    turn.current += 1
    try {
      await call('confirm', 'revokeCodes', { activityId, token: which === 'all' ? null : shown })
      if (which === 'all' || kind === 'poster') posters.forget(activityId)
      // Asked for meanwhile by the clock: what was ended must not seem to go on.
      turn.current += 1
      setCode(null)
      setFailure(null)
      setRevoked(true)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }

  return { code, failure, revoked, issue, revoke }
}
