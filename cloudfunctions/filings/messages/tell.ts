/** Tells a person something once; whatever goes wrong with it goes no further. */
import type { Database } from '../../backend'
import { claimMessage, keepOutcome, type Recipient } from '../../backend/filings'
import type { Message, SendMessage } from './types'

const codeSchema = /^-?\d{1,8}$/

/** WeChat's error number, or that there was none: its message may name people. */
function outcomeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'errCode') : null
  return codeSchema.test(String(code)) ? `error ${String(code)}` : 'error'
}

/** `subject` names what is told: the same one is sent to the same person once. Never throws. */
export async function tell(
  { database, send, now }: { database: Database; send: SendMessage; now: Date },
  recipient: Recipient,
  subject: string,
  message: Omit<Message, 'openid'>,
): Promise<void> {
  try {
    if (!(await claimMessage(database, recipient.personId, subject, now))) return
    const outcome = await send({ ...message, openid: recipient.openid }).then(() => 'sent', outcomeOf)
    await keepOutcome(database, recipient.personId, subject, outcome)
  } catch {
    // A message is a courtesy: the filing stands, and the home screen says the same.
  }
}
