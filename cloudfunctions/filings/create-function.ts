/** The function `filings`: what is due, filing it, sign-off, counties by their city, cut lines of grades. */
import { filingsContract } from '../../src/shared/contract'
import { serve, type Dependencies, type Main } from '../backend'
import { annualSummary, fileAnnualSummary } from './annual-summary'
import { counties, forward } from './counties'
import { cuts, setCuts } from './cuts'
import { due } from './due'
import { dueDays, setDueDay } from './due-days'
import { fileMonthly } from './file-monthly'
import { filing } from './filing'
import type { Messages } from './messages'
import { monthly } from './monthly'
import { queue } from './queue'
import { remind } from './remind'
import { fileSelfAssessment, selfAssessment } from './self-assessment'
import { signOff } from './sign-off'

/** `messages` tells people what is due and what was decided. */
export function createFunction(dependencies: Dependencies, messages: Messages): Main {
  return serve(
    'filings',
    filingsContract,
    {
      due: due(messages),
      monthly,
      fileMonthly,
      selfAssessment,
      fileSelfAssessment,
      annualSummary,
      fileAnnualSummary,
      filing,
      queue,
      signOff: signOff(messages),
      counties,
      forward,
      cuts,
      setCuts,
      dueDays,
      setDueDay,
    },
    dependencies,
    { timer: remind(messages) },
  )
}
