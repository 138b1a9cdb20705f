/** A walk over every screen in every role: nothing breaks down, nothing is lacking, nothing sends too much. */
import { settled } from '../driver'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'

jest.setTimeout(120_000)
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const everywhere: [page: string, words: string][] = [
  ['/pages/ranking/index', '中位'],
  ['/pages/me/index', '版本'],
  ['/pages/filings/index', '报送'],
]
const platform: [page: string, words: string][] = [
  ['/pages/progress/index', '接下来最划算'],
  ['/pages/records/index', '全部月份'],
  ...['activity', 'matching', 'visit', 'demand', 'transaction', 'honour'].map((kind): [string, string] => [
    `/pages/record/index?kind=${kind}`,
    '保存并上传',
  ]),
]
const reviews: [page: string, words: string][] = [
  ['/pages/progress/index', '您没有填报任务'],
  ['/pages/records/index', '您没有填报任务'],
  ['/pages/review/index', '条待审核'],
]

test.each([
  ['preview-liuyang-staff', [...everywhere, ...platform]],
  ['preview-changsha-manager', [...everywhere, ...platform]],
  ['preview-changsha-reviewer', [...everywhere, ...reviews]],
  ['preview-province', [...everywhere, ...reviews]],
  ['preview-enterprise-1', [['/pages/me/index', '长沙示例精密科技有限公司']] satisfies [string, string][]],
])('%s', (person, pages) =>
  withPhone(province, person, async (screen, hand) => {
    for (const [url, words] of pages) {
      await hand.program.callWxMethod('reLaunch', { url })
      await screen.see(words)
      await settled(hand)
    }
  }),
)

test('an empty form of any kind is not saved, and says why', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen, hand) => {
    for (const kind of ['activity', 'visit', 'demand', 'transaction', 'honour']) {
      await hand.program.callWxMethod('reLaunch', { url: `/pages/record/index?kind=${kind}` })
      await screen.see('保存并上传')
      await screen.tap('保存并上传')
      await screen.see('保存并上传')
      await screen.isAt('record')
      const errors = [...(await screen.all('.field-row-error')), ...(await screen.all('.record-error'))]
      expect(errors.length).toBeGreaterThan(0)
    }
  }))
