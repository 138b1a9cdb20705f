/** One of each file, made from hostile contents: formulas, characters that XML forbids, emoji, endless text. */
import { activitySheets } from '../../cloudfunctions/reports/activity-sheets'
import { blocksOf as summaryBlocks } from '../../cloudfunctions/reports/annual-summary'
import { bulletinBlocks, bulletinTitle } from '../../cloudfunctions/reports/bulletin-text'
import { writeDocument } from '../../cloudfunctions/reports/documents'
import { photoSheet } from '../../cloudfunctions/reports/evidence'
import { otherSheets } from '../../cloudfunctions/reports/other-sheets'
import type { PackedPhoto } from '../../cloudfunctions/reports/pack-photos'
import type { ClassResults } from '../../cloudfunctions/reports/read-class'
import type { Ledger } from '../../cloudfunctions/reports/read-ledger'
import { rankingSheet } from '../../cloudfunctions/reports/ranking-sheet'
import { scoreSheet } from '../../cloudfunctions/reports/score-sheet'
import { blocksOf as assessmentBlocks } from '../../cloudfunctions/reports/self-assessment'
import { writeWorkbook } from '../../cloudfunctions/reports/sheets'
import type { Participation, Platform, StoredRecord } from '../../src/shared/contract'
import type { AnnualSummaryContent, SelfAssessmentContent } from '../../src/shared/filings'
import type { RecordPayload } from '../../src/shared/records'
import { criteriaOf, rubricById } from '../../src/shared/rubric'
import { score } from '../../src/shared/scoring'

export const now = new Date('2023-07-20T02:00:00Z')
/** What Excel, LibreOffice and WPS would reckon with, or read as another text, if it stood in a cell as typed. */
export const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://x","y")',
  // Excel reads this as A, and the second as _x0041_.
  '_x0041_',
  '_x005F_x0041_ _x005f_',
]
/** What stands in a file of them: line breaks are one kind. */
export const asWritten = formulas.map((text) => text.replace('\r', '\n'))
const hostile = 'A\u0000B\u0008C\u001fD\ud800E\uffffF 𠮷䶮👍🏽 <&>"\''
export const cleaned = 'ABCDEF 𠮷䶮👍🏽 <&>"\''
const endless = '很长'.repeat(40_000)

const platform: Platform = { id: 'p-changsha', name: '长沙市窗口平台', tier: 'city', areaCode: '430100' }
const rubric = rubricById('hunan-2023-city')
const card = score(rubric, {
  matchingEvents: 7,
  registrations: 80,
  registrationTarget: 100,
  brandActivities: 2,
})
const result = {
  ...{ id: 'r-1', platform, period: '2023', rubricId: rubric.id, rubricVersion: rubric.version },
  ...{ state: 'provisional' as const, total: card.total, grade: null, digest: 'd'.repeat(64) },
  ...{ computedAt: now, replaces: null, reason: null, exclusion: null },
}
const own: SelfAssessmentContent = {
  rubric: { id: rubric.id, version: rubric.version },
  rows: criteriaOf(rubric).map(({ criterion, section }, index) => ({
    ...{ criterion: criterion.id, title: criterion.title, section: section.title, max: criterion.max },
    ...{
      own: criterion.max,
      card: index % 2 === 0 ? null : 0,
      note: formulas[index % formulas.length] ?? '',
    },
  })),
  ownTotal: 100,
  cardTotal: card.total,
}

export function activityRecord(index: number): StoredRecord {
  const id = `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`
  return {
    ...{ id, platformId: platform.id, platformName: platform.name, revision: 1, hash: 'a'.repeat(64) },
    payload: {
      ...{ kind: 'activity', category: 'training', title: formulas[index] ?? hostile, role: 'host' },
      ...{ startsAt: '2023-06-15T01:00:00Z', endsAt: '2023-06-15T04:00:00Z', campaign: 'together' },
      ...{ place: { name: '麓谷园区', method: 'typed' }, online: false, published: true, attendances: 12 },
      ...{ announcement: '', summary: '', outcome: index === 0 ? endless : hostile, photos: [] },
    },
    ...{ date: '2023-06-15', filledAt: now.toISOString(), receivedAt: now.toISOString(), state: 'approved' },
    ...{ returnReason: null, approvedAttendances: 10, missingPhotos: [], clockSuspect: false },
    ...{ photos: [], signInSheets: [], completeness: null, provisional: false, enteredAt: now.toISOString() },
    participants: { scan: 1, staffScan: 0, staffEntry: 0 },
  }
}

/** What an evidence pack holds besides: demands, transactions and honours, and photos of which one is gone. */
const enterprise = { name: formulas[0] ?? '', creditCode: '91430100MA4L16JQ9D' }
const at = '2023-06-15T01:00:00Z'
const others: RecordPayload[] = [
  {
    ...{ kind: 'demand', demand: 'loan', enterprise, amount: 300, purpose: hostile },
    ...{ receivedAt: at, publishedAt: null, channel: 'provincial' },
  },
  {
    ...{ kind: 'transaction', enterprise, service: formulas[1] ?? '', order: '@SUM(1,1)' },
    ...{ completedAt: at, confirmedByBoth: true },
  },
  {
    ...{
      kind: 'honour',
      honour: 'mainstream-media-report',
      title: hostile,
      issuer: '=1+1',
      conferredOn: '2023-06-15',
    },
    ...{ story: '', proof: endless.slice(0, 300), photos: [] },
  },
]

const participation = (index: number): Participation => ({
  ...{
    id: activityRecord(index).id,
    activityId: activityRecord(index).id,
    source: 'scan',
    late: false,
    timeUnverified: false,
  },
  enterprise: { creditCode: '91430100MA4L16JQ9D', name: formulas[index] ?? hostile },
  ...{ confirmedAt: now.toISOString(), stars: 5, comment: formulas[index] ?? hostile },
})

const indexes = [...formulas.keys(), formulas.length]
export const ledger: Ledger = {
  ...{ platforms: [platform], period: '2023' },
  ...{ records: indexes.map(activityRecord), participations: indexes.map(participation) },
}

const pack: Ledger = {
  ...ledger,
  records: [
    ...ledger.records,
    ...others.map((payload, index) => ({ ...activityRecord(formulas.length + 1 + index), payload })),
  ],
}
const packedPhotos: PackedPhoto[] = pack.records.map((record, index) => ({
  ...{ record, number: 1, sha256: 'b'.repeat(64), path: `照片/${index}.jpg`, stored: null },
  ...(index === 0
    ? { content: null, remark: '尚未上传' }
    : { content: new Uint8Array(2_000), remark: formulas[index] ?? '' }),
}))

const classResults: ClassResults = {
  ...{ tier: 'city', period: '2023-Q2', median: card.total },
  rows: [1, 1, null].map((rank, index) => ({
    platform: { ...platform, name: index === 0 ? '=1+1' : `第 ${index} 个平台` },
    ...{
      state: 'frozen' as const,
      rank,
      total: card.total,
      grade: null,
      sections: card.sections,
      rankBefore: index,
    },
    increment: new Map([['matchingEvents', 7]]),
    exclusion: rank === null ? { ground: 'withdrew' as const, reason: '停办', at: now.toISOString() } : null,
  })),
  // A full quarter of a city has twelve.
  facts: Array.from({ length: 12 }, (_, index) => ({
    ...{ name: 'matchingEvents', title: `贷款对接活动${index + 1}`, unit: '场', isWork: true },
  })),
}

const filing = { platform, year: '2023', filedAt: now, standing: '报送于 2023-12-20,待审定' }
const summary: AnnualSummaryContent = {
  title: '长沙市窗口平台2023年度工作总结',
  parts: {
    finance: '=1+1',
    digital: hostile,
    loan: '办会 2 场。\n另办 3 场。',
    services: '',
    campaigns: '',
    plan: '再办。',
  },
  problems: ['人手不足。', '经费不足。'],
  attachments: '证书 1 份',
}

/** By file name. */
export async function makeFiles(): Promise<Record<string, Uint8Array>> {
  const title = bulletinTitle('2023-Q2')
  return {
    'score-table.xlsx': await writeWorkbook(
      [scoreSheet({ platform, result, card, rubric: { table: rubric.title, period: rubric.period }, own })],
      now,
    ),
    'ranking.xlsx': await writeWorkbook([rankingSheet(classResults, 4, now)], now),
    'ledger.xlsx': await writeWorkbook(activitySheets(ledger, now), now),
    'pack-records.xlsx': await writeWorkbook([...activitySheets(pack, now), ...otherSheets(pack, now)], now),
    'photo-index.xlsx': await writeWorkbook([photoSheet(pack, packedPhotos, now)], now),
    'bulletin.docx': await writeDocument(title, bulletinBlocks('2023-Q2', [classResults], false, now)),
    'self-assessment.docx': await writeDocument(
      '自评',
      assessmentBlocks(
        '自评报告',
        { ...filing, content: { kind: 'self-assessment', selfAssessment: own } },
        own,
      ),
    ),
    'annual-summary.docx': await writeDocument(
      summary.title,
      summaryBlocks({ ...filing, content: { kind: 'annual-summary', annualSummary: summary } }, summary),
    ),
  }
}
