/** What is being typed into the sheets of who is there. The page keeps it: the view that shows the sheets is exchanged when the server's answer comes. */
import { useCallback, useState } from 'react'
import type { Edits, EnterpriseText } from '../../components/enterprise-fields'

export type Typing = {
  open: 'nothing' | 'one' | 'list'
  /** What a scanned code told; null when nothing was scanned. */
  scanned: EnterpriseText | null
  one: EnterpriseText
  list: string
  /** What was put right in the rows of the list. */
  edits: Edits
}

export const nobody: EnterpriseText = { name: '', creditCode: '' }
const nothing: Typing = { open: 'nothing', scanned: null, one: nobody, list: '', edits: {} }

export type TypingProps = { typing: Typing; onType: (changes: Partial<Typing>) => void }

export function useTyping(): TypingProps {
  const [typing, setTyping] = useState(nothing)
  const onType = useCallback(
    (changes: Partial<Typing>) => setTyping((before) => ({ ...before, ...changes })),
    [],
  )
  return { typing, onType }
}
