/** Running a period to its end: the function stops in time by itself, and the next call goes on. */
import { useEffect, useState } from 'react'
import { call, useAsk } from '../../phone'
import type { RunSummary } from '../../shared/contract'

const LOOK_EVERY_MS = 1500

export type Running = ReturnType<typeof useRun>

/** `newest` is the newest run of the period, asked for anew while one is at work. */
export function useRun(period: string) {
  const [busy, setBusy] = useState(false)
  const asked = useAsk('evaluate', 'runs', { period })
  const { reload, data } = asked
  const newest = data?.runs[0] ?? null
  const working = busy || newest?.state === 'running'
  useEffect(() => {
    if (!working) return
    const timer = setInterval(() => void reload(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [working, reload])

  const run = async (): Promise<RunSummary> => {
    setBusy(true)
    try {
      let summary = await call('evaluate', 'run', { period })
      while (!summary.finished && !summary.frozen) summary = await call('evaluate', 'run', { period })
      return summary
    } finally {
      setBusy(false)
      await reload()
    }
  }
  return { run, working, newest, runs: data?.runs ?? [] }
}
