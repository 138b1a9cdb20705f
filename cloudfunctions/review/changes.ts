/** The fields in which two versions of a record differ, as text for a person to compare. */
import { kindOf, rawText, valueAt, type RecordPayload } from '../../src/shared/records'

/** `field` is the path of the value, such as `enterprise.name`; the phone knows its label and how to write it. */
export type FieldChange = { field: string; from: string; to: string }

const LONGEST = 500

/** Changed fields in the order of the kind; absent is the empty text. */
export function changesBetween(before: RecordPayload, after: RecordPayload): FieldChange[] {
  const content = (payload: RecordPayload, path: string) => JSON.stringify(valueAt(payload, path) ?? null)
  return kindOf(after)
    .fields.filter(({ path }) => content(before, path) !== content(after, path))
    .map((field) => ({
      field: field.path,
      from: shortened(rawText(before, field)),
      to: shortened(rawText(after, field)),
    }))
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
}
