/** The opaque part of the code that somebody of an enterprise shows to staff. */
import { createHash, randomBytes } from 'node:crypto'

/** 24 characters, 144 bits, so that nobody guesses one. */
export const newPersonCode = (): string => randomBytes(18).toString('base64url')

/** What is stored of a code: SHA-256, hex. */
export const hashPersonCode = (code: string): string =>
  createHash('sha256').update(`person ${code}`).digest('hex')
