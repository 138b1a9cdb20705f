/** What somebody may see and change of an enterprise's participation. Pure. */
import type { Participation } from '../../src/shared/contract'
import type { StoredParticipation } from '../backend/participations'

/** `confirmed`: somebody has confirmed that the caller stands for the enterprise. */
type Standing = { confirmed: boolean }

/** Made by this person's own phone. */
function isOwnScan({ participation, personId }: StoredParticipation, caller: string): boolean {
  return participation.source === 'scan' && personId === caller
}

/** May this person see it? Unconfirmed, only what they did themselves. */
export function maySee(stored: StoredParticipation, caller: string, { confirmed }: Standing): boolean {
  return confirmed || isOwnScan(stored, caller)
}

/**
 * May this person rate it? A scan is its own person's to rate, one that nobody verified also a confirmed person's;
 * what staff entered is any confirmed person's.
 */
export function mayRate(stored: StoredParticipation, caller: string, { confirmed }: Standing): boolean {
  const { source, unverified } = stored.participation
  return isOwnScan(stored, caller) || (confirmed && (source !== 'scan' || unverified === true))
}

/** The participation as this person is told it: without a rating that is not theirs to see. */
export function toldTo(stored: StoredParticipation, caller: string, standing: Standing): Participation {
  const { participation } = stored
  if (mayRate(stored, caller, standing)) return participation
  const stars = maySee(stored, caller, standing) ? participation.stars : null
  return { ...participation, stars, comment: null }
}
