// One score with its card, against json-rules-engine on the same facts and against the total by hand, in one run.
import { rubricById } from '../../src/shared/rubric'
import { parseFacts, score } from '../../src/shared/scoring'
import { microseconds, type BenchModule } from './bench'
import { cityTotalByHand } from './by-hand'
import { typicalCity } from './facts'
import { engineScorer } from './rules-engine'

export const scoreBench: BenchModule = {
  name: 'score',
  run: async () => {
    const rubric = rubricById('hunan-2023-city')
    const facts = parseFacts(rubric, typicalCity)
    const engine = engineScorer()
    const card = score(rubric, facts)
    const countable = card.nodes.filter(
      (node) => !node.isGroup && !('judge' in node) && node.section !== 'digital',
    )
    const expected = countable.reduce(
      (sum, node) => sum + (node.id === 'daily/coordination' ? 0 : (node.points ?? 0)),
      0,
    )
    const agrees = (await engine(facts)) === expected && Math.abs(cityTotalByHand(facts) - card.total) < 1e-9
    if (!agrees) throw new Error('the three scorers disagree, so that comparing their times means nothing')

    const card1 = await microseconds(20_000, () => score(rubric, facts))
    const byHand = await microseconds(100_000, () => cityTotalByHand(facts))
    const engine1 = await microseconds(1_000, () => engine(facts))
    const note = `card ${card1.toFixed(2)} µs`
    return [
      {
        what: 'score with card ÷ json-rules-engine',
        budget: 1 / 20,
        measured: card1 / engine1,
        unit: '×',
        note: `${note}, engine ${engine1.toFixed(1)} µs`,
      },
      {
        what: 'score with card ÷ total by hand',
        budget: 40,
        measured: card1 / byHand,
        unit: '×',
        note: `${note}, by hand ${byHand.toFixed(3)} µs`,
      },
    ]
  },
}
