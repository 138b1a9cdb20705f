import { parseRubric } from '../../../src/shared/rubric'
import { parseFacts, score } from '../../../src/shared/scoring'
import checkList from './fragments/check-list.json'
import stars from './fragments/stars.json'

describe('star bands of a known total', () => {
  const rubric = parseRubric(stars)
  it.each([
    [74.99, '未评星'],
    [75, '三星'],
    [84.5, '三星'],
    [85, '四星'],
    [89.99, '四星'],
    [90, '五星'],
    [100, '五星'],
  ])('%d is %s', (comprehensiveScore, grade) => {
    expect(score(rubric, parseFacts(rubric, { comprehensiveScore })).grade).toBe(grade)
  })
})

describe('a check list with starred rows', () => {
  const rubric = parseRubric(checkList)
  const card = (facts: object) => score(rubric, parseFacts(rubric, facts))
  const met = { assets: 200, districts: 3, taxClients: 999, publishedProducts: 1 }

  it('says for each row whether base and target are met, and shows no total', () => {
    const result = card({ ...met, districts: 17 })
    expect(result.nodes.map((node) => node.label)).toEqual(['达到基本要求', '达到目标', '达到基本要求', null])
    expect(result.showTotal).toBe(false)
    expect(result.grade).toBeNull()
  })

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
  ])('scores its one complete row: %d products give %d', (publishedProducts, points) => {
    expect(card({ ...met, publishedProducts }).nodes[3]?.points).toBe(points)
  })

  it('fails the platform when a starred row is below its base', () => {
    expect(card({ ...met, assets: 199.99 }).grade).toBe('不合格')
    expect(card({ ...met, districts: 2 }).grade).toBe('不合格')
  })
})
