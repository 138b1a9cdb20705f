/** 审核 of many records: filtered, chosen, approved at once; what asks for a second look is opened alone. */
import { eventually } from '../driver'
import { fieldsWith } from './fields'
import { withPhone } from './phones'
import { openProvince, PATIENCE, type Province } from './province'
import type { Screen } from './screen'
import { fillIn, fillInTransaction, recordsState } from './steps'

jest.setTimeout(120_000)
const PLAIN = ['商标注册代办甲', '商标注册代办乙', '商标注册代办丙']
const SIGNED = '家次对不上的对接会'
let province: Province
beforeAll(async () => {
  province = await openProvince()
}, PATIENCE)
afterAll(() => province?.close())

const waiting = async (screen: Screen) =>
  Number(/(\d+)条待审核/.exec(await screen.words())?.[1] ?? Number.NaN)

/** From the bottom of the queue, where what came last stands. */
const toTheEnd = async (screen: Screen) => {
  await screen.see('条待审核', '多选')
  await eventually(async () => {
    await screen.tapIfThere('再看一些')
    await screen.see(SIGNED)
  }, 30_000)
}

test('staff hand in several records, one of them with more 家次 than anybody confirmed', () =>
  withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.see('接下来最划算')
    for (const title of [...PLAIN, SIGNED]) {
      if (title === SIGNED) {
        await fillIn(screen, title)
        await screen.type('0', '40')
      } else await fillInTransaction(screen, title, `DD2026-${title}`)
      await screen.tap('保存并上传')
      await screen.isAt('progress')
    }
    for (const title of [...PLAIN, SIGNED])
      await eventually(async () => expect(await recordsState(screen, title)).toBe('待审核'))
  }))

test('a reviewer chooses several and approves them at once; one with a sign cannot be chosen', () =>
  withPhone(
    province,
    'preview-changsha-reviewer',
    async (screen) => {
      await toTheEnd(screen)
      const before = await waiting(screen)
      await screen.tap('多选')
      await screen.see('需要留意的、没有企业登记的、本人提交的不能多选', '通过0条')
      const signed = await screen.findWith(SIGNED, '.list-row')
      expect(await signed.text()).toContain('处留意')
      await expect(signed.tap()).rejects.toThrow('nothing listens')
      for (const title of PLAIN.slice(0, 2)) await screen.tapWith(title, '.list-row')
      await screen.tap('通过2条')
      await screen.see('将通过2条', '线上交易 2 条')
      await screen.tap('确认通过')
      await screen.see('已通过2条')
      await eventually(async () => expect(await waiting(screen)).toBe(before - 2))
    },
    { opened: '/pages/review/index' },
  ))

test('what has a sign is opened, and approved with another number of 家次', async () => {
  await withPhone(
    province,
    'preview-changsha-reviewer',
    async (screen) => {
      await toTheEnd(screen)
      await screen.tapWith(SIGNED, '.list-row')
      await screen.see('需要留意', '申报的家次里有 40 家次没有企业确认', '核定家次')
      const number = await eventually(async () => {
        const [field] = await fieldsWith(screen, '')
        if (!field) throw new Error('no field for the number')
        return field
      })
      await number.input('')
      await screen.see('请填写整数')
      await number.input('30')
      await eventually(() => screen.seeNot('请填写整数'))
      await screen.tap('通过')
      await screen.see('条待审核')
      await eventually(() => screen.seeNot(SIGNED))
    },
    { opened: '/pages/review/index' },
  )
  await withPhone(province, 'preview-liuyang-staff', async (screen) => {
    await screen.see('接下来最划算')
    for (const title of [...PLAIN.slice(0, 2), SIGNED])
      expect(await recordsState(screen, title)).toBe('已通过')
    expect(await recordsState(screen, PLAIN[2] ?? '')).toBe('待审核')
    await screen.tapWith(SIGNED, '.records-main')
    await screen.see('30')
  })
})

test('the queue shows what its filters ask for', () =>
  withPhone(
    province,
    'preview-changsha-reviewer',
    async (screen) => {
      await screen.see('条待审核')
      const choose = async (shown: string, wanted: string) => {
        const picker = await screen.findWith(shown, 'picker')
        const options: unknown = await picker.property('range')
        const at = Array.isArray(options) ? options.findIndex((each) => String(each).includes(wanted)) : -1
        expect(at).toBeGreaterThan(0)
        await picker.trigger('change', { value: at })
      }
      const onlyWith = (...words: string[]) =>
        eventually(async () => {
          const rows = await Promise.all((await screen.all('.list-row')).map((row) => row.text()))
          expect(rows.length).toBeGreaterThan(0)
          for (const row of rows) for (const word of words) expect(row).toContain(word)
        })
      await screen.tap('已通过', '.chips-chip')
      await onlyWith('已通过')
      await choose('全部地区', '浏阳')
      await onlyWith('已通过', '浏阳市窗口平台')
      await choose('全部种类', '融资需求')
      await onlyWith('已通过', '浏阳市窗口平台', '融资需求')
    },
    { opened: '/pages/review/index' },
  ))

test('a reviewer who also works for a platform does not decide on their own record', async () => {
  let code = ''
  await withPhone(province, 'preview-liuyang-manager', async (screen, hand) => {
    await screen.goToTab('me')
    await screen.tap('发一个一次性邀请码')
    await screen.tap('生成邀请码')
    await screen.tap('复制邀请码')
    const copied: unknown = await hand.program.callWxMethod('getClipboardData', {})
    code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(JSON.stringify(copied))?.[0] ?? ''
  })
  await withPhone(province, 'preview-changsha-reviewer', async (screen, hand) => {
    await screen.goToTab('me')
    await screen.tap('用邀请码加入另一个平台', '.list-row-title')
    await screen.type('对方发给您的邀请码', code)
    await screen.tap('加入')
    await screen.see('切换身份')
    await screen.tapWith('窗口工作人员', '.list-row')
    await screen.goToTab('progress')
    await screen.see('接下来最划算')
    await fillIn(screen, '审核人自己办的对接会')
    await screen.tap('保存并上传')
    await screen.isAt('progress')
    await eventually(async () => expect(await recordsState(screen, '审核人自己办的对接会')).toBe('待审核'))
    await hand.program.callWxMethod('reLaunch', { url: '/pages/review/index' })
    await screen.see('条待审核', '多选')
    await eventually(async () => {
      await screen.tapIfThere('再看一些')
      await screen.see('审核人自己办的对接会')
    }, 30_000)
    await screen.see('本人提交')
    await screen.tapWith('审核人自己办的对接会', '.list-row')
    await screen.see('请由另一位审核人决定')
    await screen.findWith('通过', '.nut-button-disabled')
  })
})
