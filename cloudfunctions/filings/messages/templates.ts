/**
 * The templates that an administrator has chosen in WeChat's console, by environment variables. Each needs these
 * keywords: the reminder 事项 thing1, 截止时间 time2, 提示 thing3; the decision 事项 thing1, 结果 phrase2, 说明 thing3.
 */
import { z } from 'zod'
import type { Templates } from './types'

const templateId = z
  .string()
  .regex(/^[\w-]{10,100}$/)
  .optional()
const environment = z.object({ REMINDER_TEMPLATE_ID: templateId, DECISION_TEMPLATE_ID: templateId })

/** Throws ZodError when a variable is there and no template id. */
export function templatesOf(variables: Record<string, string | undefined>): Templates {
  const { REMINDER_TEMPLATE_ID: reminder, DECISION_TEMPLATE_ID: decision } = environment.parse({
    REMINDER_TEMPLATE_ID: variables.REMINDER_TEMPLATE_ID || undefined,
    DECISION_TEMPLATE_ID: variables.DECISION_TEMPLATE_ID || undefined,
  })
  return { reminder: reminder ?? null, decision: decision ?? null }
}
