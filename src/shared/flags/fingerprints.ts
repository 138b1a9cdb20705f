/**
 * What two records share when they are the same act told twice. The phone compares fingerprints as they are; the
 * functions store their SHA-256 and find equal ones across platforms without reading another platform's records.
 */
import { shanghaiDate } from '../calendar'
import { canonicalJson, photosOf, type RecordPayload } from '../records'
import type { TwinKind } from './kinds'

export type FingerprintKind = Exclude<TwinKind, 'elsewhere'>

export type Fingerprint = {
  kind: FingerprintKind
  /** Equal texts of one kind are the same thing. */
  text: string
  /** ISO instants: equal ones are twins only where they overlap; null = whenever. */
  span: { from: string; to: string } | null
  /** Two platforms may hold one event together, and then each records it. */
  ofOnePlatform: boolean
}

/** The same text for what people type differently: width, case, spaces and punctuation. */
export function squeezed(text: string): string {
  // Letters, digits, Chinese characters and the halves of rare ones stay. No property escapes: old phones lack them.
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z\u3400-\u9fff\uf900-\ufaff\ud800-\udfff]+/g, '')
}

const joined = (...parts: readonly string[]) => parts.map(squeezed).join('|')

/** The fingerprints of a record; the order is fixed. */
export function fingerprintsOf(payload: RecordPayload): Fingerprint[] {
  const whole = { span: null, ofOnePlatform: false }
  const photos = [...new Set(photosOf(payload).map(({ sha256 }) => sha256))]
  return [
    { kind: 'same-content', text: contentOf(payload), ...whole },
    ...ownFingerprints(payload),
    ...photos.map((text): Fingerprint => ({ kind: 'same-photo', text, ...whole })),
  ]
}

/** All that was entered but the photos, which have fingerprints of their own. */
function contentOf(payload: RecordPayload): string {
  return canonicalJson('photos' in payload ? { ...payload, photos: [] } : payload)
}

function ownFingerprints(payload: RecordPayload): Fingerprint[] {
  const whole = { span: null, ofOnePlatform: false }
  switch (payload.kind) {
    case 'activity':
      return [
        {
          kind: 'same-event',
          text: joined(payload.title, payload.place.name),
          span: { from: payload.startsAt, to: payload.endsAt },
          ofOnePlatform: true,
        },
      ]
    case 'demand': {
      const { enterprise, demand, amount, receivedAt } = payload
      const text = joined(enterprise.creditCode, demand) + `|${amount}|${shanghaiDate(receivedAt)}`
      return [{ kind: 'same-demand', text, ...whole }]
    }
    case 'transaction':
      return [{ kind: 'same-order', text: joined(payload.enterprise.creditCode, payload.order), ...whole }]
    case 'honour': {
      const { honour, title, issuer, conferredOn } = payload
      return [{ kind: 'same-certificate', text: joined(honour, title, issuer) + `|${conferredOn}`, ...whole }]
    }
  }
}

/** Whether two fingerprints make their records twins. */
export function isTwin(one: Fingerprint, other: Fingerprint): boolean {
  if (one.kind !== other.kind || one.text !== other.text) return false
  if (one.span === null || other.span === null) return true
  return (
    Date.parse(one.span.from) <= Date.parse(other.span.to) &&
    Date.parse(other.span.from) <= Date.parse(one.span.to)
  )
}
