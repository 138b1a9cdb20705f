/** Which form 记一笔 goes on with. */
import type { Draft } from '../../phone'
import type { FormKind } from './form-kind'

/** The new record that was begun last and never saved. What was saved once is changed from its own page, also before it is sent. */
export function unfinished(
  { kind, resumes }: Pick<FormKind<never, never>, 'kind' | 'resumes'>,
  platformId: string,
  drafts: Iterable<Draft>,
  isSaved: (id: string) => boolean,
): string | undefined {
  const own = [...drafts].filter(
    (draft) =>
      draft.kind === kind &&
      draft.platformId === platformId &&
      draft.changes === null &&
      !isSaved(draft.id) &&
      resumes(draft.fields),
  )
  return own.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))[0]?.id
}
