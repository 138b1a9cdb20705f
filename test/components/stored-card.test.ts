import { branchesOf, pathOf, readCard } from '../../src/components/stored-card'
import { canonicalJson } from '../../src/shared/records'
import { rubricById } from '../../src/shared/rubric'
import { emptyTally, factsOf, score } from '../../src/shared/scoring'

const rubric = rubricById('hunan-2023-city')
const card = score(rubric, factsOf(rubric, emptyTally))

describe('a stored card', () => {
  test('text that is no card is refused', () => {
    expect(readCard('not json')).toBeNull()
    expect(readCard('{}')).toBeNull()
    expect(readCard(JSON.stringify({ ...card, total: '80' }))).toBeNull()
  })
  test('what scoring made comes back whole', () => {
    expect(readCard(canonicalJson(card))).toEqual(JSON.parse(JSON.stringify(card)))
  })
  test('every node stands in exactly one branch of its section', () => {
    const ids = card.sections.flatMap((section) =>
      branchesOf(card, section.id).flatMap(({ node, criteria }) => [
        node.id,
        ...criteria.map(({ id }) => id),
      ]),
    )
    expect([...ids].sort()).toEqual(card.nodes.map(({ id }) => id).sort())
  })
  test('the path of a node names its section and group', () => {
    const node = card.nodes.find((each) => each.group !== null)
    const group = card.nodes.find((each) => each.id === node?.group)
    if (!node || !group) throw new Error('the rubric has groups')
    expect(pathOf(card, node).split(' › ').slice(1)).toEqual([group.title, node.title])
  })
})
