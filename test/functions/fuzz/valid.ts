/** One request of each action that succeeds, so that every output is looked at, whatever chance brings. */
import { evaluatingActions } from '../faults/evaluating-actions'
import { filingActions } from '../faults/filing-actions'
import { peopleActions } from '../faults/people-actions'
import { recordingActions } from '../faults/recording'
import { asking, type Request, type World, type Writing } from '../faults/writing'
import type { FunctionName } from '../../../src/shared/contract'
import { activity, type Name } from '../harness'

const own = { platformId: 'p-changsha' }
const ofYear = { ...own, year: '2023' }
const ofClass = { tier: 'city', period: '2023-05' }

export async function* validRequests(world: World): AsyncGenerator<Request> {
  const given = asking(world)
  const writing: Record<string, Writing> = {
    ...recordingActions(given),
    ...peopleActions(given),
    ...filingActions(given),
    ...evaluatingActions(given),
  }
  for (const [name, { make }] of Object.entries(writing)) {
    const request = await make()
    // Whoever joins where they are not may learn from then on what is no secret to them.
    if (request.who !== null) yield name === 'session.join' ? { ...request, who: '阿丽' } : request
  }
  await given.ask('省平台', 'evaluate', 'run', { period: '2023-Q1' })
  const { id } = await world.push(activityWithCode())
  const { token } = await given.ask('阿丽', 'confirm', 'issueCode', { activityId: id, kind: 'poster' })
  const resultId = (await world.inForce('2023-05')).find((row) => row.platform_id === 'p-changsha')?.id
  const filed = { ...own, kind: 'annual-summary', period: '2023', version: null }
  const ofRecord: Reading[] = [
    ['阿丽', 'records', 'get', { id }],
    ['阿丽', 'records', 'photoLinks', { id }],
    ['阿丽', 'confirm', 'list', { activityId: id }],
    ['王总', 'confirm', 'open', { token }],
    ['小陈', 'review', 'get', { id }],
    ['小陈', 'review', 'history', { id }],
    ['阿丽', 'standing', 'card', { resultId }],
    ['老周', 'filings', 'filing', filed],
  ]
  for (const [who, name, action, input] of [...ofRecord, ...reading]) yield { who, name, action, input }
}
type Reading = [Name, FunctionName, string, unknown]

const activityWithCode = () => activity({ startsAt: '2023-06-20T01:00:00Z', endsAt: '2023-06-20T04:00:00Z' })

const reading: Reading[] = [
  ['路人', 'session', 'whoAmI', {}],
  ['王总', 'session', 'enterprisePeople', {}],
  ['省平台', 'session', 'health', {}],
  ['省平台', 'session', 'platforms', {}],
  ['阿丽', 'records', 'pull', { ...own, cursor: null }],
  ['王总', 'confirm', 'mine', {}],
  ['阿丽', 'confirm', 'lookUp', { creditCode: '91430100MA4L16JQ9D' }],
  ['小陈', 'review', 'queue', { state: 'submitted', platformId: null, kind: null, cursor: null }],
  ['省平台', 'evaluate', 'runs', { period: '2023-05' }],
  ['省平台', 'evaluate', 'periods', { year: '2023' }],
  ['省平台', 'evaluate', 'exclusions', { year: '2023' }],
  ['省平台', 'evaluate', 'objections', { platformId: null, period: null }],
  ['省平台', 'evaluate', 'results', ofClass],
  ['省平台', 'evaluate', 'stated', { tier: 'city', year: '2023' }],
  ['省平台', 'evaluate', 'decisions', { tier: 'city', year: '2023' }],
  [
    '省平台',
    'evaluate',
    'entries',
    { tier: 'city', year: '2023', kind: 'quantity', name: 'registrationTarget' },
  ],
  ['阿丽', 'standing', 'progress', own],
  ['阿丽', 'standing', 'rubric', { id: 'hunan-2023-city', version: '2023.4' }],
  ['阿丽', 'standing', 'periods', {}],
  ['阿丽', 'standing', 'ranking', ofClass],
  ['阿丽', 'standing', 'behind', { ...own, period: '2023-06', node: 'loan/events' }],
  ['阿丽', 'standing', 'trend', ofYear],
  ['小陈', 'standing', 'overview', {}],
  ['阿丽', 'filings', 'due', { ...own, year: null }],
  ['阿丽', 'filings', 'monthly', { ...own, month: '2023-05' }],
  ['阿丽', 'filings', 'selfAssessment', ofYear],
  ['阿丽', 'filings', 'annualSummary', ofYear],
  ['小陈', 'filings', 'queue', { cursor: null }],
  ['老周', 'filings', 'counties', ofYear],
  ['阿丽', 'filings', 'cuts', { year: '2023' }],
  ['阿丽', 'filings', 'dueDays', {}],
  ['老周', 'reports', 'scoreTable', { ...own, period: '2023-05' }],
  ['阿丽', 'reports', 'ranking', ofClass],
  ['阿丽', 'reports', 'ledger', { ...own, period: '2023-05', counties: false }],
  ['省平台', 'reports', 'bulletin', { period: '2023-Q1' }],
  ['老周', 'reports', 'selfAssessment', ofYear],
  ['老周', 'reports', 'annualSummary', ofYear],
  ['老周', 'reports', 'evidence', { ...own, period: '2023-05' }],
]
