import { criteriaOf, rubricById, rubricDocument, rubricIds } from '../../../src/shared/rubric'

const ids = (id: string) => criteriaOf(rubricById(id)).map(({ criterion }) => criterion.id)
const sourcesOf = (id: string, fact: string) => rubricById(id).facts[fact]?.from

describe('the shipped rubrics', () => {
  it('are the three documents', () => {
    expect(rubricIds).toEqual(['hunan-2023-city', 'hunan-2023-county', 'service-standard-trial'])
  })

  it.each(rubricIds)('%s is valid, and every criterion says its clause in words', (id) => {
    for (const { criterion } of criteriaOf(rubricById(id))) {
      expect(criterion.clause.rule.length).toBeGreaterThan(5)
      expect(criterion.clause.reading).toBeTruthy()
    }
  })

  it.each(rubricIds)(
    '%s says where every fact comes from, and demands approval of records in words',
    (id) => {
      for (const fact of Object.values(rubricById(id).facts)) {
        expect(fact.from.length).toBeGreaterThan(0)
        if (fact.from.some((source) => source.record === 'activity')) expect(fact.note).toContain('审核通过')
      }
    },
  )

  it.each(rubricIds)('%s is plain JSON', (id) => {
    expect(JSON.parse(JSON.stringify(rubricDocument(id)))).toEqual(rubricDocument(id))
    expect(JSON.parse(JSON.stringify(rubricById(id)))).toEqual(rubricById(id))
  })

  it('city and county have the same criteria', () => {
    expect(ids('hunan-2023-county')).toEqual(ids('hunan-2023-city'))
    expect(ids('hunan-2023-city')).toHaveLength(28)
    expect(ids('service-standard-trial')).toHaveLength(17)
  })

  it('the county demands publication and completeness where its clauses do, and nowhere else', () => {
    const demanded = ['brand', 'startup', 'technology', 'policy', 'training'].map((category) => {
      const where = sourcesOf('hunan-2023-county', `${category}Activities`)?.[0]?.where ?? {}
      return [category, 'published' in where, 'complete' in where]
    })
    expect(demanded).toEqual([
      ['brand', true, true],
      ['startup', false, true],
      ['technology', true, true],
      ['policy', true, true],
      ['training', false, false],
    ])
  })
})
