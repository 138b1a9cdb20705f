/** What becomes of a reason that was written: it is sent with what it stands for, or the sheet says why it was not. */
import { useState } from 'react'
import { failureOf } from '../page-frame'

/** `send` closes the sheet when it is done; what it throws is said in words, that of a single field first. */
export function useReason(send: (reason: string) => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const run = async (reason: string) => {
    setBusy(true)
    setError('')
    try {
      await send(reason)
    } catch (thrown) {
      const { text, fields } = failureOf(thrown)
      setError(Object.values(fields ?? {})[0] ?? text)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, onSend: (reason: string) => void run(reason) }
}
