/** From anything thrown to the answer that a caller gets. */
import type { z } from 'zod'
import {
  errors,
  Refusal,
  type ErrorCode,
  type Failure,
  type FieldMessages,
} from '../../../src/shared/contract'
import { isUnavailable } from '../database'

/** What is told of wrong input: fields, and characters of a message, which may repeat what was sent. */
const FIELDS = 100
const MESSAGE = 300

/** Messages by path, the first one for each of the first fields; the path of the whole is the empty text. */
export function fieldMessages(error: z.ZodError): FieldMessages {
  const fields = new Map<string, string>()
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.').slice(0, MESSAGE)
    if (!fields.has(path) && fields.size < FIELDS) fields.set(path, issue.message.slice(0, MESSAGE))
  }
  return Object.fromEntries(fields)
}

function failure(code: ErrorCode, requestId: string, message: string, fields?: FieldMessages): Failure {
  return {
    ok: false,
    error: { code, message, retry: errors[code].retry, ...(fields ? { fields } : {}), requestId },
  }
}

/** A refusal keeps its code; a database out of reach is UNAVAILABLE; whatever else is INTERNAL and says nothing. */
export function failureOf(error: unknown, requestId: string): Failure {
  if (error instanceof Refusal) return failure(error.code, requestId, error.message, error.fields)
  const code = isUnavailable(error) ? 'UNAVAILABLE' : 'INTERNAL'
  return failure(code, requestId, errors[code].message)
}
