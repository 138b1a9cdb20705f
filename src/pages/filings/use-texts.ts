/** The texts of a form: kept on the phone at every change, so that nothing is lost when the app dies. */
import { useCallback, useState } from 'react'
import { forms } from '../../phone'

export type Texts = Record<string, string>

/** Texts begun over another version of the filing are let go: what they were about has changed. */
const VERSION = '#version'

export function useTexts(form: string, version: number, initial: Texts) {
  const [texts, setTexts] = useState<Texts>(() => {
    const kept = forms.get(form)
    return kept && kept[VERSION] === String(version) ? { ...initial, ...kept } : initial
  })
  const [trouble, setTrouble] = useState('')
  const set = useCallback(
    (name: string, text: string) =>
      setTexts((before) => {
        if (before[name] === text) return before
        const after = { ...before, [name]: text, [VERSION]: String(version) }
        try {
          forms.put(form, after)
          setTrouble('')
        } catch {
          setTrouble('手机空间已满,刚才的修改没有存下。请尽快报送。')
        }
        return after
      }),
    [form, version],
  )
  /** After it was filed. */
  const forget = useCallback(() => forms.remove(form), [form])
  return { texts, set, forget, trouble }
}
