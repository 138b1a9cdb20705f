// One score with its card, against json-rules-engine on the same criteria and facts and against the total by
// hand, in one run.
import { markedCriteria, rubricById, type Rubric } from '../../src/shared/rubric'
import { parseFacts, score, type Facts } from '../../src/shared/scoring'
import { microseconds, type Bench } from './bench'
import { cityTotalByHand } from './by-hand'
import { manyCities } from './facts'
import { engineScorer } from './rules-engine'

/** Calls with one platform's facts after another's. */
function inTurn<T>(facts: readonly Facts[], call: (facts: Facts) => T): () => T {
  let at = 0
  return () => {
    at = at + 1 < facts.length ? at + 1 : 0
    return call(facts[at] ?? {})
  }
}

/** Comparing times means nothing unless the three give the same total. */
async function checkAgreement(
  rubric: Rubric,
  cities: readonly Facts[],
  engine: (facts: Facts) => Promise<number>,
) {
  for (const facts of cities) {
    const { total } = score(rubric, facts)
    const others = [await engine(facts), cityTotalByHand(facts)]
    const agree = others.every((other) => Math.abs(other - total) < 1e-6)
    if (!agree) throw new Error(`the three scorers disagree on ${JSON.stringify(facts)}`)
  }
}

export const bench: Bench = async () => {
  const rubric = rubricById('hunan-2023-city')
  const cities = manyCities(200).map((facts) => parseFacts(rubric, facts))
  const engineScore = engineScorer(markedCriteria(rubric).map(({ criterion }) => criterion.id))
  await checkAgreement(rubric, cities, engineScore)

  const [card = 0, byHand = 0, engine = 0] = await microseconds([
    { calls: 10_000, call: inTurn(cities, (facts) => score(rubric, facts)) },
    { calls: 50_000, call: inTurn(cities, cityTotalByHand) },
    { calls: 600, call: inTurn(cities, engineScore) },
  ])
  const note = `card ${card.toFixed(2)} µs`
  return [
    {
      what: 'score with card ÷ json-rules-engine',
      budget: 1 / 20,
      measured: card / engine,
      unit: '×',
      note: `${note}, engine ${engine.toFixed(1)} µs`,
    },
    {
      what: 'score with card ÷ total by hand',
      budget: 40,
      measured: card / byHand,
      unit: '×',
      note: `${note}, by hand ${byHand.toFixed(3)} µs`,
    },
  ]
}
