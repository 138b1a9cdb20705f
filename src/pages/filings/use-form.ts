/**
 * A form that is filed: its texts, kept on the phone at every change, so that nothing is lost when the app dies; and
 * who filed another version meanwhile.
 */
import { useCallback, useState } from 'react'
import { forms, useAsk } from '../../phone'
import { meanwhileText, useMeanwhile } from '../../components/meanwhile'
import type { FrameFailure } from '../../components/page-frame'
import type { FilingStatus, Platform } from '../../shared/contract'

export type Texts = Record<string, string>

/** The version of the filing over which the texts were begun. */
const VERSION = '#version'

type Form = { platform: Platform; status: FilingStatus; initial: Texts; reload: () => Promise<void> }

export function useForm({ platform, status, initial, reload }: Form) {
  const { kind, period, version } = status
  const form = `${kind}/${platform.id}/${period}`
  const [kept] = useState(() => keptTexts(form, initial))
  const [texts, setTexts] = useState<Texts>({ ...initial, ...kept?.texts })
  const [trouble, setTrouble] = useState('')
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  /** After it was filed, or given up for what somebody else has filed. */
  const forget = useCallback(() => forms.remove(form), [form])
  const begin = () => {
    forget()
    setTexts(initial)
    setFailure(null)
  }
  const { newer, seen, touch, beginFrom } = useMeanwhile({ version }, begin, kept?.over ?? null)
  const told = useNewerText(platform, status, newer !== null)
  const set = (name: string, text: string) => {
    if (texts[name] === text) return
    touch()
    setTexts((before) => {
      const after = { ...before, [name]: text, [VERSION]: String(seen) }
      try {
        forms.put(form, after)
        setTrouble('')
      } catch {
        setTrouble('手机空间已满,刚才的修改没有存下。请尽快报送。')
      }
      return after
    })
  }
  return {
    texts,
    set,
    trouble,
    failure,
    told,
    takeNew: () => beginFrom({ version }),
    /** For the bar that files it. */
    sending: { status, failure, told, reload, onFailure: setFailure, onDone: forget },
  }
}

/** What was typed and not filed; null when there is nothing, or it is what stands there by now. */
function keptTexts(form: string, initial: Texts): { texts: Texts; over: number } | null {
  const texts = forms.get(form)
  if (!texts) return null
  const same = Object.entries(initial).every(([name, text]) => (texts[name] ?? text).trim() === text.trim())
  return same ? null : { texts, over: Number(texts[VERSION]) || 0 }
}

/** Who filed the version that was not there when the typing began. */
function useNewerText({ id }: Platform, { kind, period, version }: FilingStatus, newer: boolean) {
  const { data } = useAsk('filings', 'filing', newer ? { platformId: id, kind, period, version } : null)
  if (!newer) return null
  const { by, filedAt } = data?.filed ?? { by: '', filedAt: '' }
  const done = `已报送第 ${version} 版`
  return filedAt === ''
    ? `同事${done}。您填的还在,请核对后再报送。`
    : meanwhileText({ by: by || '同事', at: filedAt }, done, '报送')
}
