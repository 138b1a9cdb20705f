// The city table in json-rules-engine, as lean as it allows: one rule a criterion, its condition on the facts,
// its points worked out when it fires.
import { Engine, type Almanac, type RuleProperties } from 'json-rules-engine'
import type { Facts } from '../../src/shared/scoring'
import { honourPoints } from './by-hand'

type Points = (almanac: Almanac) => Promise<number>
/** Takes what a criterion gives, and its weight. */
type Add = (points: Promise<number>, weight: number) => void

const known = (fact: string) => ({ fact, operator: 'greaterThanInclusive', value: 0 })
const isTrue = (fact: string) => ({ fact, operator: 'equal', value: true })

function criterion(name: string, all: RuleProperties['conditions'], points: Points, add: Add) {
  const weight = name.startsWith('digital/') ? 0.4 : 0.3
  const rule: RuleProperties = {
    name,
    conditions: all,
    event: { type: name },
    onSuccess: (_event, almanac) => add(points(almanac), weight),
  }
  return rule
}

function upTo(fact: string, threshold: number, each: number): Points {
  return async (almanac) => each * Math.min(threshold, await almanac.factValue<number>(fact))
}

/** A function that gives the total. @param judged the criteria that take a judge's mark */
export function engineScorer(judged: readonly string[]): (facts: Facts) => Promise<number> {
  let collected: { points: Promise<number>; weight: number }[] = []
  const add: Add = (points, weight) => void collected.push({ points, weight })
  const engine = new Engine([
    ...judged.map((id) =>
      criterion(id, { all: [known(id)] }, (almanac) => almanac.factValue<number>(id), add),
    ),
    criterion(
      'completion',
      { all: [known('registrations'), known('registrationTarget')] },
      async (almanac) => {
        const achieved = await almanac.factValue<number>('registrations')
        return Math.min(30, (30 * achieved) / (await almanac.factValue<number>('registrationTarget')))
      },
      add,
    ),
    criterion(
      'publishing',
      {
        all: [
          isTrue('loanApplicationsOrganised'),
          isTrue('loanDemandsPublished'),
          {
            any: [
              isTrue('equityDemandsPublished'),
              { fact: 'equityDemandsReceived', operator: 'equal', value: 0 },
            ],
          },
        ],
      },
      async () => 20,
      add,
    ),
    criterion('sub-platform', { all: [isTrue('financingSubPlatform')] }, async () => 10, add),
    criterion('events', { all: [known('matchingEvents')] }, upTo('matchingEvents', 10, 3), add),
    criterion(
      'reporting',
      { all: [known('lateOrMissingReports')] },
      async (almanac) => Math.max(0, 10 - (await almanac.factValue<number>('lateOrMissingReports'))),
      add,
    ),
    ...['brand', 'startup', 'technology', 'policy', 'training'].map((category) =>
      criterion(
        category,
        { all: [known(`${category}Activities`)] },
        upTo(`${category}Activities`, 5, 2),
        add,
      ),
    ),
    criterion(
      'enterprises',
      {
        all: [
          known('enterpriseAttendances'),
          known('onlineTransactions'),
          known('localIndustrialEnterprises'),
          isTrue('serviceCampaignHeld'),
        ],
      },
      async (almanac) => {
        const served =
          (await almanac.factValue<number>('enterpriseAttendances')) +
          (await almanac.factValue<number>('onlineTransactions'))
        const short = 0.9 * (await almanac.factValue<number>('localIndustrialEnterprises')) - served
        return Math.max(0, 30 - 2 * Math.floor(Math.max(0, short) / 100))
      },
      add,
    ),
    criterion(
      'honours',
      { all: [{ fact: 'honours', operator: 'doesNotContain', value: '' }] },
      async (almanac) => {
        const honours = await almanac.factValue<readonly string[]>('honours')
        return Math.min(
          10,
          honours.reduce((sum, honour) => sum + (honourPoints[honour] ?? 0), 0),
        )
      },
      add,
    ),
  ])
  return async (facts) => {
    collected = []
    const { marks, ...counted } = facts
    await engine.run({ ...counted, ...(typeof marks === 'object' ? marks : {}) })
    let total = 0
    for (const { points, weight } of collected) total += weight * (await points)
    return total
  }
}
