/** What becomes of a reason that was written: it is sent with what it stands for, or the sheet says why it was not. */
import { useState } from 'react'
import { failureOf, type FrameFailure } from '../page-frame'

/** `send` closes the sheet when it is done; what it throws is said in words, that of a single field first. */
export function useReason(send: (reason: string) => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  const run = async (reason: string) => {
    setBusy(true)
    setFailure(null)
    try {
      await send(reason)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  const error = Object.values(failure?.fields ?? {})[0] ?? failure?.text ?? ''
  return { busy, error, code: failure?.code ?? null, onSend: (reason: string) => void run(reason) }
}
