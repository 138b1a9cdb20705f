/** The token in an activity's code: says nothing by itself, cannot be guessed, can be read aloud. */
import { createHash, randomInt } from 'node:crypto'

/** No I, L, O, 0, 1: people mistake them for each other. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** 31^20 is about 2^99; WeChat's scene has room for 32. */
export const TOKEN_LENGTH = 20

/** A new token of 20 characters, each drawn evenly. */
export function makeToken(): string {
  return Array.from({ length: TOKEN_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** What is stored of a token: SHA-256, hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
