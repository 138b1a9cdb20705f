/** One form at work: its draft is kept at every change, and becomes a record when it is saved. */
import { useCallback, useMemo, useState } from 'react'
import {
  choices,
  discardDraft,
  drafts,
  known,
  newId,
  now,
  outbox,
  saveRecord,
  useDrafts,
  useRecord,
  type Draft,
} from '../../phone'
import { formDateFaults, isBlank, type RecordPayload } from '../../shared/records'
import type { FormKind, Messages } from './form-kind'
import { unfinished } from './unfinished'

export function useForm<Fields extends Record<string, unknown>, Payload extends RecordPayload>(
  form: FormKind<Fields, Payload>,
  platformId: string,
  idAsked: string | undefined,
) {
  const [id] = useState(() => idAsked ?? begun(form, platformId) ?? newId(now().getTime()))
  const record = useRecord(id)
  const kept = useDrafts().get(id) ?? null
  const [resumed] = useState(kept !== null)
  const [errors, setErrors] = useState<Messages>({})

  const empty = useMemo(() => form.empty(now(), choices.get(form.kind) ?? {}), [form])
  const saved = record?.payload ? form.ofPayload(record.payload) : null
  const fields = kept ? form.read(kept.fields, empty) : (saved ?? empty)
  const serverRevision = known.store.get().records.get(id)?.record.revision
  const changes = useMemo(
    () => kept?.changes ?? startOfChange(serverRevision, record?.stored?.returnReason ?? null),
    [kept?.changes, serverRevision, record?.stored?.returnReason],
  )
  const reason = kept?.reason ?? ''

  const keepDraft = useCallback(
    (next: Fields, why: string): Draft => {
      const changedAt = now().toISOString()
      const draft: Draft = { id, platformId, kind: form.kind, fields: next, changes, reason: why, changedAt }
      drafts.change(draft)
      return draft
    },
    [id, platformId, form.kind, changes],
  )

  /** The messages of what is not right; null when it was saved. Throws StorageFull. */
  function save(): Messages | null {
    const read = form.payload(fields)
    const messages: Record<string, string> = { ...faultsOf(read) }
    if (changes && isBlank(reason)) messages.reason = '请写明修改了什么、为什么'
    if (read.payload === null || Object.keys(messages).length > 0) {
      setErrors(messages)
      return messages
    }
    saveRecord({ ...keepDraft(fields, reason.trim()) }, read.payload)
    try {
      choices.put(form.kind, { ...form.lastChoices(fields) })
    } catch {
      // Then the next form begins empty.
    }
    return null
  }

  return {
    id,
    record,
    fields,
    errors,
    changes,
    reason,
    resumed,
    change(next: Fields) {
      keepDraft(next, reason)
      if (Object.keys(errors).length > 0) setErrors(faultsOf(form.payload(next)))
    },
    explain: (why: string) => void keepDraft(fields, why),
    save,
    discard: () => discardDraft(id),
  }
}

/** The messages of the schema; of what it takes, those of its dates. */
function faultsOf({ payload, errors }: { payload: RecordPayload | null; errors: Messages | null }): Messages {
  return payload === null ? (errors ?? {}) : formDateFaults(payload, now())
}

const begun = (form: Pick<FormKind<never, never>, 'kind' | 'resumes'>, platformId: string) =>
  unfinished(form, platformId, drafts.store.get().values(), isSaved)

const isSaved = (id: string) => outbox.items.get().has(id) || known.store.get().records.has(id)

function startOfChange(revision: number | undefined, returnReason: string | null): Draft['changes'] {
  return revision === undefined ? null : { revision, returnReason, fromServer: true }
}
