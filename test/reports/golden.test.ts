/** What each cell of the official tables holds, from the file itself: a column that shows another's value is seen here. */
import { activitySheets } from '../../cloudfunctions/reports/activity-sheets'
import { photoSheet } from '../../cloudfunctions/reports/evidence'
import { otherSheets } from '../../cloudfunctions/reports/other-sheets'
import { rankingSheet } from '../../cloudfunctions/reports/ranking-sheet'
import type { ClassResults } from '../../cloudfunctions/reports/read-class'
import type { Ledger } from '../../cloudfunctions/reports/read-ledger'
import type { Score } from '../../cloudfunctions/reports/read-score'
import { scoreSheet } from '../../cloudfunctions/reports/score-sheet'
import { writeWorkbook, type SheetPlan } from '../../cloudfunctions/reports/sheets'
import type { StoredRecord } from '../../src/shared/contract'
import type { RecordPayload } from '../../src/shared/records'
import type { Card } from '../../src/shared/scoring'
import { everyField } from '../shared/records/every-field'
import { cellsOf } from './cells'

const now = new Date('2023-07-20T02:00:00Z')
const platform = { id: 'p-changsha', name: '长沙市窗口平台', tier: 'city', areaCode: '430100' } as const
const told = (lines: string[][]) => lines.map((line) => line.filter((cell) => cell !== '').join(' '))

/** A sheet of a written file: the lines above the table, its head, its rows, and what is below. */
async function sheetOf(plan: SheetPlan) {
  const cells = cellsOf(await writeWorkbook([plan], now))
  const head = 1 + plan.notes.length
  const end = head + 1 + plan.rows.length
  return {
    above: told(cells.slice(0, head)),
    titles: cells[head],
    rows: cells.slice(head + 1, end),
    below: told(cells.slice(end)),
  }
}

const node = (id: string, change: Partial<Card['nodes'][number]>): Card['nodes'][number] => ({
  ...{ id, title: id, points: 0, max: 10, status: 'counted', share: 1, section: 'work', group: null },
  ...{
    isGroup: false,
    facts: {},
    missing: [],
    why: `${id}的依据`,
    clause: `附件 · 表一 · ${id}`,
    rule: `${id}的标准`,
  },
  label: null,
  ...change,
})
const card: Card = {
  ...{ rubric: 'r', version: '1', settings: {}, showTotal: true, grade: null, gradeWhy: '', warnings: [] },
  nodes: [
    node('服务', { isGroup: true, max: 30, points: 17.25 }),
    node('活动', { group: '服务', max: 20, points: 12.25 }),
    node('发布', { group: '服务', max: 10, points: null, status: 'open' }),
    node('对接', { max: 15, points: 4 }),
    node('评议', { section: 'judged', max: 5, points: null, status: 'not-scorable' }),
  ],
  sections: [
    {
      id: 'work',
      title: '基础工作',
      short: '基础',
      points: 16.25,
      max: 45,
      weight: 0.4,
      weighted: 6.5,
      open: [],
    },
    {
      id: 'judged',
      title: '综合评议',
      short: '评议',
      points: 0,
      max: 5,
      weight: 0.6,
      weighted: 0.75,
      open: [],
    },
  ],
  ...{ total: 7.25, max: 100, open: ['发布', '评议'] },
}
const score: Score = {
  platform,
  result: {
    ...{ id: 'r-1', platform, period: '2023', rubricId: 'hunan', rubricVersion: '2023.9' },
    ...{ state: 'frozen', total: 7.25, grade: null, digest: `${'ab'.repeat(8)}${'c'.repeat(48)}` },
    ...{ computedAt: now, replaces: null, reason: null, exclusion: null },
  },
  card,
  rubric: { table: '评价指标体系（示例）', period: { from: '2023-01-01', to: '2023-12-31' } },
  own: {
    ...{ rubric: { id: 'hunan', version: '2023.9' }, ownTotal: 88.5, cardTotal: 7.25 },
    rows: [
      ...[
        { criterion: '活动', title: '活动', section: '基础工作', max: 20, own: 19.5, card: 12.25, note: '' },
      ],
      ...[{ criterion: '对接', title: '对接', section: '基础工作', max: 15, own: 13, card: 4, note: '' }],
    ],
  },
}

test('the score table: each point with its rule, arithmetic and clause, sums weighted', async () => {
  expect(await sheetOf(scoreSheet(score))).toEqual({
    above: [
      '评价指标体系（示例）',
      '长沙市窗口平台 · 考评期:2023年 · 结果:已冻结 · 计算于 2023-07-20 10:00',
      '依据:附件 · 表一',
      '评价指标体系 hunan 2023.9 · 数据摘要 abababababababab',
    ],
    titles: [
      ...['一级指标', '二级指标', '三级指标', '分值', '评分标准'],
      ...['自评得分', '考评得分', '得分依据', '条款出处'],
    ],
    rows: [
      [
        ...['基础工作\n(45 分,权重 40%)', '服务\n(30 分)', '活动', '20', '活动的标准'],
        ...['19.5', '12.25', '活动的依据', '活动'],
      ],
      ['', '', '发布', '10', '发布的标准', '', '待补', '发布的依据', '发布'],
      ['', '对接\n(15 分)', '', '15', '对接的标准', '13', '4', '对接的依据', '对接'],
      ['基础小计', '', '', '45', '', '', '16.25', '加权 6.5 分', ''],
      [
        ...['综合评议\n(5 分,权重 60%)', '评议\n(5 分)', '', '5', '评议的标准'],
        ...['', '不可计分', '评议的依据', '评议'],
      ],
      ['评议小计', '', '', '5', '', '', '0', '加权 0.75 分', ''],
      ['总分', '', '', '100', '', '88.5', '7.25', '2 项待补或不可计分,按 0 分计入', ''],
    ],
    below: ['注:考评期为 2023年1月1日至 2023年12月31日。'],
  })
})

const record = (payload: RecordPayload, change: Partial<StoredRecord> = {}): StoredRecord => ({
  ...{ id: '01890000-0000-7000-8000-000000000001', platformId: platform.id, platformName: platform.name },
  ...{ revision: 1, hash: 'a'.repeat(64), payload, date: '2023-05-11', filledAt: now.toISOString() },
  ...{ receivedAt: now.toISOString(), state: 'approved', returnReason: null, approvedAttendances: 4000 },
  ...{ missingPhotos: [], clockSuspect: false, participants: { scan: 31, staffScan: 22, staffEntry: 13 } },
  ...{ photos: [], signInSheets: [], completeness: null, provisional: false, enteredAt: null },
  ...change,
})
const activity = record(everyField.activity)
const waiting = record(
  { ...everyField.activity, attendances: 9, alsoCategories: undefined, campaign: 'none', ledToLoan: false },
  { id: '01890000-0000-7000-8000-000000000002', state: 'submitted', approvedAttendances: null },
)
const asDeclared = record(
  {
    ...{ kind: 'activity', category: 'visit', title: '走访', role: 'host', campaign: 'none', online: false },
    ...{ startsAt: '2023-06-20T01:00:00Z', endsAt: '2023-06-20T02:30:00Z', published: false, attendances: 5 },
    ...{ place: { name: '经开区', method: 'typed' }, announcement: '', summary: '', outcome: '', photos: [] },
  },
  {
    ...{ id: '01890000-0000-7000-8000-000000000003', approvedAttendances: null },
    participants: { scan: 0, staffScan: 0, staffEntry: 0 },
  },
)
const ledger: Ledger = {
  ...{ platforms: [platform], period: '2023-Q2' },
  records: [
    activity,
    waiting,
    asDeclared,
    ...[everyField.demand, everyField.transaction, everyField.honour].map((each) => record(each)),
  ],
  participations: [
    {
      ...{
        id: 'x-1',
        activityId: activity.id,
        source: 'scan',
        late: true,
        timeUnverified: false,
        stars: 4,
        comment: '很有帮助',
      },
      ...{ enterprise: everyField.demand.enterprise, confirmedAt: '2023-05-11T07:01:00Z' },
    },
    {
      ...{
        id: 'x-2',
        activityId: activity.id,
        source: 'staff-entry',
        late: false,
        timeUnverified: false,
        stars: null,
        comment: '',
      },
      ...{
        enterprise: { name: '示例药业', creditCode: '91430100MA4L16JQ9D' },
        confirmedAt: '2023-05-12T07:02:00Z',
      },
    },
  ],
}

test('the activities: declared, approved and confirmed 家次 beside each other, and every field', async () => {
  const [activities, participants] = activitySheets(ledger, now)
  if (!activities || !participants) throw new Error('sheets are missing')
  const above = [
    '长沙市窗口平台 · 时期:2023年第二季度 · 生成于 2023-07-20 10:00',
    // The approved 家次, or the declared ones of what was approved as declared; not those that wait.
    '活动 3 场,其中已通过 2 场、核定 4005 家次 · 企业登记 2 家次,涉及企业 2 家',
  ]
  const place =
    '浏阳经开区企业服务中心\n地点来源：手机定位\n纬度：28.163 度\n经度：113.642 度\n定位误差：35 米'
  const photos = '7 张，其中签到表 2 张'
  const time = '2023-05-11\n14:00–2023-05-12 16:35'
  const texts = ['对接会通知', '银行介绍产品', '三家达成意向']
  expect(await sheetOf(activities)).toEqual({
    above: ['服务台账', ...above],
    titles: [
      ...['序号', '平台', '时间', '类别', '活动名称', '地点', '形式', '角色', '专项'],
      ...['服务内容', '促成\n贷款', '后台\n发布'],
      ...['申报\n家次', '核定\n家次', '扫码\n确认', '现场\n扫码', '手工\n录入', '照片'],
      ...['通知或方案', '活动纪要', '成效或反馈', '状态'],
    ],
    rows: [
      [
        ...['1', platform.name, time, '贷款对接活动\n兼属类别：政策服务、培训', '示例园区银企对接会', place],
        ...['线上', '协办', '一起益企', '知识产权质押', '是', '已发布'],
        ...['4321', '4000', '31', '22', '13', photos, ...texts, '已通过'],
      ],
      [
        ...['2', platform.name, time, '贷款对接活动', '示例园区银企对接会', place],
        ...['线上', '协办', '', '知识产权质押', '', '已发布'],
        ...['9', '', '31', '22', '13', photos, ...texts, '待审核'],
      ],
      [
        ...['3', platform.name, '2023-06-20\n09:00–10:30', '走访企业', '走访', '经开区\n地点来源：手工填写'],
        ...['线下', '主办', '', '', '', '未发布'],
        ...['5', '', '0', '0', '0', '0', '', '', '', '已通过'],
      ],
    ],
    below: [],
  })
  expect(await sheetOf(participants)).toEqual({
    above: ['服务台账 · 参与企业', ...above],
    titles: [
      ...['序号', '平台', '活动\n序号', '活动日期', '活动名称', '企业名称', '统一社会信用代码'],
      ...['登记方式', '登记时间', '评分\n(星)', '评语', '备注'],
    ],
    rows: [
      [
        ...[
          '1',
          platform.name,
          '1',
          '2023-05-11',
          '示例园区银企对接会',
          '示例机械有限公司',
          '91430181MA4L00000R',
        ],
        ...['扫码确认', '2023-05-11 15:01', '4', '很有帮助', '逾期登记'],
      ],
      [
        ...['2', platform.name, '1', '2023-05-11', '示例园区银企对接会', '示例药业', '91430100MA4L16JQ9D'],
        ...['手工录入', '2023-05-12 15:02', '', '', ''],
      ],
    ],
    below: [],
  })
})

test('demands, transactions and honours: every field in its column', async () => {
  const sheets = await Promise.all(otherSheets(ledger, now).map(sheetOf))
  const head = '长沙市窗口平台 · 时期:2023年第二季度 · 生成于 2023-07-20 10:00'
  const enterprise = ['示例机械有限公司', '91430181MA4L00000R']
  expect(sheets).toEqual([
    {
      above: ['融资需求', head],
      titles: [
        ...['序号', '种类', '企业名称', '统一社会信用代码', '金额\n(万元)'],
        ...['收到', '发布', '发布渠道', '用途', '状态'],
      ],
      rows: [
        [
          ...['1', '股权融资需求', ...enterprise, '287.5'],
          ...['2023-06-21 10:03', '2023-06-25 12:07', '湘企融', '购置设备', '已通过'],
        ],
      ],
      below: [],
    },
    {
      above: ['线上交易', head],
      titles: ['序号', '企业名称', '统一社会信用代码', '服务', '订单号', '完成', '双方确认', '状态'],
      rows: [['1', ...enterprise, '财税代理', 'DD-20230615-7', '2023-06-15 09:08', '已确认', '已通过']],
      below: [],
    },
    {
      above: ['荣誉与报道', head],
      titles: [
        ...['序号', '种类', '名称', '授予或刊载单位', '日期'],
        ...['同一事项', '佐证', '照片', '备注', '状态'],
      ],
      rows: [
        [
          ...['1', '优秀服务产品', '云上开票助手', '湖南省工业和信息化厅', '2023-05-10', '助企案例之二'],
          ...['湘工信函三十号', '8'],
          ...['有效期至：2025-12-31\n所属年度：2022\n获得者：本平台推荐的机构、专家', '已通过'],
        ],
      ],
      below: [],
    },
  ])
})

test('the ranking: points of the sections, not weighted, and places won or lost', async () => {
  const results: ClassResults = {
    ...{ tier: 'city', period: '2023-Q2', median: 7.5, facts: [] },
    rows: [
      {
        ...{ platform, state: 'frozen', rank: 1, total: 7.25, exclusion: null, grade: '优秀', rankBefore: 3 },
        ...{ sections: card.sections, increment: new Map() },
      },
      {
        ...{
          platform: { ...platform, name: '株洲市窗口平台', areaCode: '430200' },
          state: 'provisional',
          rank: null,
        },
        ...{
          total: 3,
          exclusion: { ground: 'withdrew', reason: '停办', at: now.toISOString() },
          grade: null,
        },
        ...{ rankBefore: 2, sections: card.sections, increment: new Map() },
      },
    ],
  }
  expect(await sheetOf(rankingSheet(results, 4, now))).toEqual({
    above: [
      '市州窗口平台评价排名',
      '时期:2023年第二季度 · 平台 4 个 · 中位数 7.50 分 · 生成于 2023-07-20 10:00',
      '结果尚未公布,只列出您可以查看的 2 个平台,其余 2 个未列出。',
    ],
    titles: [
      ...['名次', '平台', '行政区划', '综合得分', '基础\n(权重 40%)', '评议\n(权重 60%)'],
      ...['上期名次', '升降', '等级', '状态', '备注'],
    ],
    rows: [
      ['1', '长沙市窗口平台', '430100', '7.25', '16.25', '0', '3', '↑2', '优秀', '已冻结', ''],
      [...['', '株洲市窗口平台', '430200', '3', '16.25', '0', '2', '—', '', '暂定'], '不再纳入评价:中途退出'],
    ],
    below: [],
  })
})

test('the photos: which file belongs to which record', async () => {
  const photos = [
    {
      record: activity,
      number: 1,
      sha256: 'b'.repeat(64),
      path: '照片/0001.jpg',
      stored: null,
      content: new Uint8Array(2000),
      remark: '',
    },
    {
      record: activity,
      number: 2,
      sha256: 'c'.repeat(64),
      path: '照片/0002.jpg',
      stored: null,
      content: null,
      remark: '尚未上传',
    },
  ]
  const of = ['2023-05-11', '服务活动', '示例园区银企对接会']
  expect(await sheetOf(photoSheet(ledger, photos, now))).toEqual({
    above: [
      '照片索引',
      '长沙市窗口平台 · 时期:2023年第二季度 · 生成于 2023-07-20 10:00',
      '照片 2 张,收录 1 张,未收录 1 张(见备注)',
    ],
    titles: [
      ...['文件', '日期', '记录种类', '记录名称', '第几张', '大小(KB)', 'SHA-256', '记录编号', '备注'],
    ],
    rows: [
      ['照片/0001.jpg', ...of, '1', '2', 'b'.repeat(64), activity.id, ''],
      ['', ...of, '2', '', 'c'.repeat(64), activity.id, '尚未上传'],
    ],
    below: [],
  })
})

test('what a cell would take for a coded character is the text that was typed', async () => {
  const typed = ['_x0041_', '_x005F_x0041_', '_x000D_\n_x00e9_', '_x41_ x0041_']
  const sheet: SheetPlan = {
    ...{ name: '表', title: '_x0041_', notes: [] },
    columns: [{ title: '文字', width: 20 }],
    rows: typed.map((text) => [text]),
  }
  const { above, rows } = await sheetOf(sheet)
  expect(above).toEqual(['_x0041_'])
  expect(rows.flat()).toEqual(typed)
})
