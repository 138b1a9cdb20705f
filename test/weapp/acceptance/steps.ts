/** What several tests do on the screens of the staff. */
import { creditCodeCheckCharacter } from '../../../src/shared/records'
import { eventually } from '../driver'
import type { Screen } from './screen'

/** The big figure of the first screen. */
export async function total(screen: Screen): Promise<number> {
  const [figure] = await screen.all('.big-number-value')
  return Number((await figure?.text()) ?? Number.NaN)
}

/** Opens the sheet of what can be recorded, again where a tap met a screen that was still coming, and chooses. */
async function chooseKind(screen: Screen, title: string): Promise<void> {
  await eventually(async () => {
    await screen.tap('记一笔')
    await eventually(async () => {
      if (!(await screen.words()).includes('培训、政策、创业等')) throw new Error('the sheet did not open')
    }, 3_000)
  })
  await screen.tap(title)
}

/** Opens the form and fills in a matching event with all that must be there. */
export async function fillIn(screen: Screen, title: string): Promise<void> {
  await chooseKind(screen, '服务活动')
  await screen.isAt('record')
  await screen.tap('贷款对接', '.chips-chip')
  await screen.type('如:园区银企对接会', title)
  await screen.type('如:浏阳经开区', '浏阳经开区')
  await screen.tap('主办', '.chips-chip')
  await screen.tapIn('已在省平台后台发布', '.nut-switch')
}

/** Fills in a completed online transaction of this service; the enterprise's code is typed. */
export async function fillInTransaction(screen: Screen, service: string, order: string): Promise<void> {
  await chooseKind(screen, '线上交易')
  await screen.isAt('record')
  await screen.type('如 9143', `91430181MC4300777${creditCodeCheckCharacter('91430181MC4300777')}`)
  await screen.see('校验通过')
  await screen.type('与营业执照一致的全称', '示例新材料科技有限公司')
  await screen.type('如:高新技术企业认定辅导', service)
  await screen.type('省平台上的订单号', order)
  await screen.tapIn('双方已确认', '.nut-switch')
}

/** The state that the list of records shows for a title. */
export async function recordsState(screen: Screen, title: string): Promise<string> {
  await screen.goToTab('records')
  return eventually(async () => {
    const row = await screen.findWith(title, '.records-row')
    const [tag] = await screen.all('.tag', row)
    if (!tag) throw new Error(`no state at ${title}`)
    return tag.text()
  })
}
