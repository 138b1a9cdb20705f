/** `reports`: Excel, Word and evidence packs, made when asked for and kept in the platform's file store. */
import { reportsContract } from '../../src/shared/contract'
import { serve, type Dependencies, type Main } from '../backend'
import { annualSummary } from './annual-summary'
import { bulletin } from './bulletin'
import { evidence } from './evidence'
import type { FileStore } from './file-store'
import { ledger } from './ledger'
import { ranking } from './ranking'
import { scoreTable } from './score-table'
import { selfAssessment } from './self-assessment'

/** An answer has 6 MB at most and a file may have more: `store` keeps it, the answer says where. */
export function createFunction(dependencies: Dependencies, store: FileStore): Main {
  return serve(
    'reports',
    reportsContract,
    {
      scoreTable: scoreTable(store),
      ranking: ranking(store),
      ledger: ledger(store),
      bulletin: bulletin(store),
      selfAssessment: selfAssessment(store),
      annualSummary: annualSummary(store),
      evidence: evidence(store),
    },
    dependencies,
  )
}
