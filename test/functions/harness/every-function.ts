/** All functions at once, for tests that ask something of every action. */
import type { Dependencies, Main } from '../../../cloudfunctions/backend'
import { previewPicture } from '../../../cloudfunctions/confirm/code-picture'
import { createFunction as createConfirm } from '../../../cloudfunctions/confirm/create-function'
import { createFunction as createEvaluate } from '../../../cloudfunctions/evaluate/create-function'
import { createFunction as createFilings } from '../../../cloudfunctions/filings/create-function'
import { createFunction as createReports } from '../../../cloudfunctions/reports/create-function'
import { createFunction as createReview } from '../../../cloudfunctions/review/create-function'
import { createFunction as createSession } from '../../../cloudfunctions/session/create-function'
import { createFunction as createStanding } from '../../../cloudfunctions/standing/create-function'
import type { FunctionName } from '../../../src/shared/contract'
import { createRecords } from './records'

/** Each function as the local host would run it; messages to people and files go nowhere. */
export function everyFunction(dependencies: Dependencies): Record<FunctionName, Main> {
  const messages = { templates: { reminder: null, decision: null }, send: () => Promise.resolve() }
  return {
    session: createSession(dependencies),
    records: createRecords(dependencies),
    confirm: createConfirm(dependencies, previewPicture('http://127.0.0.1:8787/')),
    review: createReview(dependencies),
    evaluate: createEvaluate(dependencies),
    standing: createStanding(dependencies),
    filings: createFilings(dependencies, messages),
    reports: createReports(dependencies, {
      keep: async (_, now) => ({ url: 'https://files.example/1', expiresAt: now.toISOString() }),
      read: () => Promise.resolve(null),
    }),
  }
}
