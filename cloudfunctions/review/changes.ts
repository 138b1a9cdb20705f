/** The fields in which two versions of a record differ, as text for a person to compare. */
import type { RecordPayload } from '../../src/shared/records'

export type FieldChange = { field: string; from: string; to: string }

const LONGEST = 500

/** Leaves of a payload by path, such as `enterprise.name`. A list is one field. */
function fieldsOf(payload: RecordPayload): Map<string, string> {
  const fields = new Map<string, string>()
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      fields.set(path, path === 'photos' ? JSON.stringify(value) : value.join('、'))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) walk(path === '' ? key : `${path}.${key}`, member)
    } else if (value !== null && value !== undefined) {
      fields.set(path, String(value))
    }
  }
  walk('', payload)
  return fields
}

function shown(payload: RecordPayload, field: string, text: string): string {
  if (field === 'photos' && 'photos' in payload) return `${payload.photos.length} 张`
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
}

/** Changed fields in the order of their paths; absent is the empty text. */
export function changesBetween(before: RecordPayload, after: RecordPayload): FieldChange[] {
  const old = fieldsOf(before)
  const now = fieldsOf(after)
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => ({
      field,
      from: shown(before, field, old.get(field) ?? ''),
      to: shown(after, field, now.get(field) ?? ''),
    }))
}
