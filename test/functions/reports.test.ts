/** `reports`: who gets which file, and what stands in it. Refusals first. */
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { reportLimits } from '../../src/shared/contract'
import { grantMembership, transact, whoIs } from '../../cloudfunctions/backend'
import { createFunction as createFilings } from '../../cloudfunctions/filings/create-function'
import { criteriaOf, rubricById } from '../../src/shared/rubric'
import { eventOn } from './evaluating'
import { activity, demand, host, type Name } from './harness'
import { cellsOf, partsOf, reportingWorld, wordsOf } from './reporting'

const world = reportingWorld()
const { as, last, kept, photos, database, clock, evaluate, records, approved, push, everything } = world
const filings = host(everything, 'filings', (dependencies) =>
  createFilings(dependencies, { templates: { reminder: null, decision: null }, send: async () => undefined }),
)
const changsha = { platformId: 'p-changsha', period: '2023-Q2' }
const ofYear = { platformId: 'p-changsha', year: '2023' }
let minute = 0
/** Each test in a minute of its own, so that none uses up the tries of another. */
beforeEach(() => (clock.now = new Date(Date.parse('2023-07-20T02:00:00Z') + 60_000 * (minute += 1))))

const picture = Buffer.from('a picture')
const photo = (id: string) => ({
  id,
  sha256: createHash('sha256').update(picture).digest('hex'),
  size: picture.length,
})
const here = photo(randomUUID())
const late = photo(randomUUID())

beforeAll(async () => {
  clock.now = new Date('2023-06-20T02:00:00Z')
  const event = activity({
    title: '=HYPERLINK("http://x","y")',
    startsAt: '2023-05-15T01:00:00Z',
    endsAt: '2023-05-15T04:00:00Z',
    photos: [here, late],
  })
  const withPhotos = await approved(event)
  await records('阿丽').call('attachPhoto', {
    recordId: withPhotos.id,
    photo: here,
    fileId: `local:${here.id}`,
  })
  photos.set(here.id, picture)
  await approved(eventOn('2023-04-11'))
  await approved(eventOn('2023-05-12'), 'p-zhuzhou')
  await push(demand())
  await push(eventOn('2023-06-01'), 'p-changsha-county')
  for (const period of ['2023-03', '2023-Q1', '2023-Q2']) {
    clock.now = new Date('2023-07-16T02:00:00Z')
    await evaluate('省平台').call('run', { period })
  }
})

const ownOnly = ['老李', '小邓', '小吴', '王总', '路人'] as const
const requests = {
  scoreTable: changsha,
  ledger: { ...changsha, counties: false },
  selfAssessment: ofYear,
  annualSummary: ofYear,
  evidence: changsha,
} as const

describe('a platform’s files are refused', () => {
  it.each(ownOnly)(
    'to another platform’s manager, another area, enterprises and strangers: %s',
    async (who) => {
      for (const [action, input] of Object.entries(requests)) {
        expect([action, (await as(who).refused(action, input)).code]).toEqual([action, 'NOT_ALLOWED'])
      }
    },
  )

  it('to its own staff, but for the ledger', async () => {
    for (const action of ['scoreTable', 'selfAssessment', 'annualSummary', 'evidence'] as const) {
      expect((await as('阿丽').refused(action, requests[action])).code).toBe('NOT_ALLOWED')
    }
    expect((await as('阿丽').call('ledger', requests.ledger)).fileName).toBe(
      '长沙市窗口平台_2023年第二季度_服务台账.xlsx',
    )
  })

  it('with the counties to whoever may not see each of them, and for a county, which has none', async () => {
    const wide = { ...changsha, counties: true }
    for (const who of ['阿丽', '老周'] as const) {
      expect((await as(who).refused('ledger', wide)).code).toBe('NOT_ALLOWED')
    }
    const county = { platformId: 'p-changsha-county', period: '2023', counties: true }
    expect((await as('省平台').refused('ledger', county)).fields).toEqual({
      counties: '只有市州平台有所辖县市区',
    })
  })

  it('when there is nothing to put into them, and no file is kept', async () => {
    const before = kept.length
    for (const action of ['selfAssessment', 'annualSummary'] as const) {
      const refusal = await as('老周').refused(action, { ...ofYear, year: '2022' })
      expect(refusal).toMatchObject({ code: 'NOT_FOUND', message: '这一年还没有报送,请先报送再导出。' })
    }
    expect(await as('老周').refused('scoreTable', { ...changsha, period: '2022' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await as('省平台').refused('scoreTable', { platformId: 'p-none', period: '2023' })).code).toBe(
      'NOT_FOUND',
    )
    expect(
      (await as('老周').refused('ledger', { ...changsha, period: '2023-13', counties: false })).code,
    ).toBe('INVALID_INPUT')
    expect(kept).toHaveLength(before)
  })

  it('beyond twelve files and three packs a minute', async () => {
    for (let count = 0; count < 3; count += 1)
      await as('老周').call('evidence', { ...changsha, period: '2023-01' })
    expect((await as('老周').refused('evidence', changsha)).code).toBe('RATE_LIMITED')
    for (let count = 0; count < 12; count += 1)
      await as('老周').refused('selfAssessment', { ...ofYear, year: '2022' })
    expect((await as('老周').refused('ledger', requests.ledger)).code).toBe('RATE_LIMITED')
  })

  it('as a pack whose photos are more than a function can hold, by what phones said of them', async () => {
    const size = reportLimits.packPhotos + 1
    const before = { photo: here.id }
    await database.updateTable('photos').set({ size }).where('photo_id', '=', before.photo).execute()
    const refusal = await as('老周').refused('evidence', changsha)
    await database
      .updateTable('photos')
      .set({ size: here.size })
      .where('photo_id', '=', before.photo)
      .execute()
    expect(refusal).toMatchObject({ code: 'TOO_LARGE', retry: 'after-change' })
    expect(refusal.message).toBe('照片共 151 MB,超过一包 150 MB 的上限。请按季度或月份分别导出。')
  })
})

describe('results that are not published', () => {
  it('are in the ranking for whom they are on the screen (D36), and the file says that others are left out', async () => {
    const platformsFor = async (who: Name) => {
      await as(who).call('ranking', { tier: 'city', period: '2023-Q2' })
      return cellsOf(last().content)
        .filter(([, , area]) => /^43/.test(area ?? ''))
        .map(([, platform]) => platform)
    }
    expect(await platformsFor('老李')).toEqual(['株洲市窗口平台'])
    const told = cellsOf(last().content).flat().join()
    expect(told).toContain('其余 1 个未列出')
    // Of two the median would give away the other's total.
    expect(told).not.toContain('中位数')
    expect((await as('小邓').refused('ranking', { tier: 'county', period: '2023-Q2' })).code).toBe(
      'NOT_FOUND',
    )
    for (const who of ['王总', '路人'] as const) {
      expect((await as(who).refused('ranking', { tier: 'city', period: '2023-Q2' })).code).toBe('NOT_ALLOWED')
    }
    await as('省平台').call('ranking', { tier: 'city', period: '2023-Q2' })
    expect(cellsOf(last().content).flat()).toEqual(
      expect.arrayContaining(['长沙市窗口平台', '株洲市窗口平台']),
    )
  })

  it('make a bulletin for the province alone; once published everybody with a platform gets it', async () => {
    for (const who of ['老周', '小陈', '阿丽', '王总'] as const) {
      expect((await as(who).refused('bulletin', { period: '2023-Q2' })).code).toBe('NOT_ALLOWED')
    }
    expect((await as('省平台').refused('bulletin', { period: '2022-Q4' })).code).toBe('NOT_FOUND')
    expect((await as('老周').refused('bulletin', { period: '2022-Q4' })).code).toBe('NOT_ALLOWED')
    await as('省平台').call('bulletin', { period: '2023-Q2' })
    expect(wordsOf(last().content)).toContain('未公布,仅供省平台内部核对')
    await database
      .updateTable('results')
      .set({ state: 'published', frozen_at: clock.now })
      .where('period', '=', '2023-Q2')
      .execute()
    expect((await as('阿丽').call('bulletin', { period: '2023-Q2' })).fileName).toBe(
      '2023年第二季度中小企业公共服务窗口平台运营情况通报.docx',
    )
    const words = wordsOf(last().content)
    expect(words).toContain('已公布')
    // Both have two events so far: 长沙 in this quarter two, 株洲 one.
    expect(words).toContain('市州平台平均')
    expect(words).toMatch(/本季度各平台合计:.*贷款对接活动 3 场/)
    expect(words).toContain('县市区平台 1 个')
  })
})

describe('the score table', () => {
  it('has a row for each criterion of the annex with its points and clause, and the sums of the card', async () => {
    await as('小陈').call('scoreTable', changsha)
    const [title, , , , head, ...all] = cellsOf(last().content)
    const [rows, footnote] = [all.slice(0, -1), all.at(-1)]
    expect(footnote?.[0]).toMatch(/^注:考评期为 2023年1月1日至 2023年12月31日。“智赋万企”行动/)
    // The readings in force stand below it, each with its reason.
    expect(footnote?.[0]).toContain('口径：参与企业数量按家次还是按家——按家次')
    expect(footnote?.[0]).toContain('理由：扣分以家次为单位')
    expect(title?.[0]).toBe('省、市州窗口平台评价指标体系表')
    expect(head).toEqual([
      '一级指标',
      '二级指标',
      '三级指标',
      '分值',
      '评分标准',
      '考评得分',
      '得分依据',
      '条款出处',
    ])
    const criteria = criteriaOf(rubricById('hunan-2023-city'))
    // A sum for each of three sections, and the total.
    expect(rows).toHaveLength(criteria.length + 4)
    const events = rows.find(([, indicator]) => indicator?.startsWith('贷款对接活动'))
    expect(events?.slice(3, 6)).toEqual(['30', expect.stringContaining('10'), '6'])
    const stored = await database
      .selectFrom('results')
      .select('total')
      .where('period', '=', '2023-Q2')
      .where('platform_id', '=', 'p-changsha')
      .executeTakeFirstOrThrow()
    expect(Number(rows.at(-1)?.[5])).toBe(stored.total)
  })

  it('has the own points of a year beside them, once a self-assessment is filed', async () => {
    clock.now = new Date('2023-12-20T02:00:00Z')
    await evaluate('省平台').call('run', { period: '2023' })
    const own = new Map([['loan/events', 12.5]])
    const rows = criteriaOf(rubricById('hunan-2023-city')).map(({ criterion: { id, max } }) => ({
      ...{ criterion: id, own: own.get(id) ?? max, note: id === 'loan/events' ? '@SUM(A1) 𠮷' : '' },
    }))
    await filings('老周').call('fileSelfAssessment', { ...ofYear, rows, replaces: 0, reason: '' })
    await as('老周').call('scoreTable', { platformId: 'p-changsha', period: '2023' })
    const table = cellsOf(last().content)
    expect(table[4]?.[5]).toBe('自评得分')
    expect(table.find(([, indicator]) => indicator?.startsWith('贷款对接活动'))?.[5]).toBe('12.5')
    expect(table.at(-2)?.[5]).toBe('94.75')
  })
})

describe('the ledger', () => {
  it('has the activities and who took part, of the counties too for whoever may see them', async () => {
    const { fileName, size, url, expiresAt } = await as('省平台').call('ledger', {
      ...changsha,
      counties: true,
    })
    expect(fileName).toBe('长沙市窗口平台_2023年第二季度_服务台账(含县市区).xlsx')
    expect({ size, url, expiresAt }).toEqual({
      size: last().content.byteLength,
      url: expect.stringMatching(/^https:/),
      expiresAt: clock.now.toISOString(),
    })
    const [head = [], ...rows] = cellsOf(last().content).slice(3)
    const places = ['序号', '平台', '申报\n家次', '状态'].map((title) => head.indexOf(title))
    expect(rows.map((row) => places.map((place) => row[place]))).toEqual([
      ['1', '长沙市窗口平台', '12', '已通过'],
      ['2', '长沙市窗口平台', '12', '已通过'],
      ['3', '长沙县窗口平台', '12', '待审核'],
    ])
  })

  it('writes what a person typed as text, never as a formula', async () => {
    await as('老周').call('ledger', requests.ledger)
    const parts = partsOf(last().content)
    expect(cellsOf(last().content).flat()).toContain('=HYPERLINK("http://x","y")')
    for (const [path, text] of Object.entries(parts)) {
      if (path.startsWith('xl/worksheets/')) expect([path, /<f[ >]/.test(text)]).toEqual([path, false])
    }
  })
})

describe('the filings as papers', () => {
  it('the self-assessment names each own point, that of the system, and the difference', async () => {
    clock.now = new Date('2023-12-21T02:00:00Z')
    await as('省平台').call('selfAssessment', ofYear)
    const words = wordsOf(last().content)
    expect(last().fileName).toBe('长沙市窗口平台_2023年_自评报告.docx')
    expect(words).toContain('自评总分 94.75 分')
    expect(words).toContain('12.50\n6.00\n+6.5\n@SUM(A1) 𠮷')
    expect(words).toContain('报送于 2023-12-20 10:00,第 1 版,待审定')
    expect(words).toContain('长沙市窗口平台\n2023年12月20日')
  })

  it('of a county its city’s manager gets too, who sends them on, but without the county’s marks', async () => {
    clock.now = new Date('2023-12-20T02:00:00Z')
    const lower = { openid: 'county-manager' }
    const { person } = await whoIs(database, lower.openid)
    await transact(database, (trx) =>
      grantMembership(trx, {
        ...{ personId: person.id, role: 'manager', platformId: 'p-changsha-county', areaCode: null },
        ...{ grantedBy: null, now: clock.now },
      }),
    )
    const county = { platformId: 'p-changsha-county', year: '2023' }
    const rows = criteriaOf(rubricById('hunan-2023-county')).map(({ criterion: { id, max } }) => ({
      ...{ criterion: id, own: max, note: '' },
    }))
    await filings(lower).call('fileSelfAssessment', { ...county, rows, replaces: 0, reason: '' })
    await as(lower).call('selfAssessment', county)
    expect(wordsOf(last().content)).toContain('系统按已审核记录测算为')
    await as('老周').call('selfAssessment', county)
    const words = wordsOf(last().content)
    expect(words).toContain('自评总分 100.00 分。最终得分以考评结果为准')
    expect(words).not.toMatch(/测算|系统|相差/)
    for (const who of ['老李', '阿丽'] as const) {
      expect((await as(who).refused('selfAssessment', county)).code).toBe('NOT_ALLOWED')
    }
    const own = { platformId: 'p-changsha-county', kind: 'self-assessment' as const, period: '2023' }
    const { content } = await filings('阿丽').call('filing', { ...own, version: null })
    if (content.kind !== 'self-assessment') throw new Error('another content')
    expect(content.selfAssessment.cardTotal).toBeNull()
    expect(new Set(content.selfAssessment.rows.map(({ card }) => card))).toEqual(new Set([null]))
    const shown = await filings(lower).call('filing', { ...own, version: null })
    expect(shown.content).toMatchObject({ selfAssessment: { cardTotal: expect.any(Number) } })
  })

  it('the annual summary stands in the outline of the notice under the title that was filed', async () => {
    clock.now = new Date('2023-12-22T02:00:00Z')
    const parts = {
      finance: '营业收入 120 万元。',
      digital: '',
      loan: '办会 2 场。',
      services: '',
      campaigns: '',
      plan: '再办 3 场。',
    }
    const written = {
      title: '长沙市窗口平台2023年度工作总结',
      parts,
      problems: ['人手不足。'],
      attachments: '荣誉证书 1 份',
    }
    await filings('老周').call('fileAnnualSummary', { ...ofYear, ...written, replaces: 0, reason: '' })
    await as('小陈').call('annualSummary', ofYear)
    expect(last().fileName).toBe('长沙市窗口平台2023年度工作总结.docx')
    expect(wordsOf(last().content).split('\n')).toEqual([
      '长沙市窗口平台2023年度工作总结',
      '一、主要经营指标',
      '营业收入 120 万元。',
      '二、开展工作及取得成效',
      '(一)“智赋万企”行动',
      '(未填写)',
      '(二)商业价值信用贷款改革试点',
      '办会 2 场。',
      '(三)其他各类服务活动',
      '(未填写)',
      '(四)“一起益企”和服务月',
      '(未填写)',
      '三、主要困难及问题',
      '人手不足。',
      '四、明年工作打算',
      '再办 3 场。',
      '附件:',
      '荣誉证书 1 份',
      '长沙市窗口平台',
      '2023年12月22日',
      expect.stringMatching(/^正文 \d+ 字/),
    ])
  })
})

describe('the evidence pack', () => {
  const packOf = async () => {
    await as('老周').call('evidence', changsha)
    return { files: partsOf(last().content), index: cellsOf(await part('照片索引.xlsx')).slice(4) }
  }
  const part = async (path: string) => {
    const { unzipSync } = await import('fflate')
    const found = unzipSync(last().content)[path]
    if (!found) throw new Error(`no ${path}`)
    return found
  }
  const path = '照片/0002_2023-05-15_HYPERLINK(http_1.jpg'

  it('holds the score table, the ledger, every record as data, and the photos with what became of each', async () => {
    const { files, index } = await packOf()
    const [, photoPath = ''] = Object.keys(files)
      .filter((name) => name.startsWith('照片/'))
      .concat(path)
    expect(Object.keys(files).sort()).toEqual(
      [
        '照片索引.xlsx',
        '记录.json',
        '记录台账.xlsx',
        '评分表.xlsx',
        expect.stringMatching(/^照片\/0002_2023-05-15_.*_1\.jpg$/),
      ].sort(),
    )
    expect(photoPath).not.toBe('')
    expect(index.map((row) => row.at(-1))).toEqual(['', '尚未上传'])
    const { records: rows } = dataSchema.parse(JSON.parse(files['记录.json'] ?? ''))
    expect(rows.map(({ payload }) => payload.kind).sort()).toEqual(['activity', 'activity', 'demand'])
  })

  it('leaves out a photo that is gone or is not what its record names, and says so', async () => {
    photos.delete(here.id)
    expect((await packOf()).index[0]?.at(-1)).toBe('存储中没有找到')
    photos.set(here.id, Buffer.from('another picture'))
    const { files, index } = await packOf()
    expect(index[0]?.at(-1)).toBe('与记录所载内容不一致,未收录')
    expect(Object.keys(files).filter((name) => name.startsWith('照片/'))).toEqual([])
    photos.set(here.id, picture)
  })
})

const dataSchema = z.object({ records: z.array(z.object({ payload: z.object({ kind: z.string() }) })) })
