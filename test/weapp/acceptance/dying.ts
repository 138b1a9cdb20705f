/** A person at work with an app that dies under their hands, and what they know of their records. */
import type { Random } from '../../../cloudfunctions/local/example/random'
import { eventually, isDeath, type Found, type Hand, type Trials } from '../driver'
import { Screen, squeezed } from './screen'

/** What stood in the form when 保存并上传 was tapped. */
export type Version = { attendances: number; photos: number }
export type Kept = {
  /** The last version of which the person was told that it is saved; null while they were told nothing. */
  saved: Version | null
  /** What they were saving since then when the app died: any of it is right. */
  unsure: Version[]
}

/** What a life without accidents holds. */
const MOST_ACTS = 3
/** Milliseconds within which the app dies around a move. */
const AROUND = 300
const A_MOMENT = 1_500
const SENDING = 60_000
/** Longer than a sheet needs to go down. */
const SHEET = 400
const MOST_PHOTOS = 3
const SAVED = '已保存'

export class DyingPhone {
  /** What the person entered, by title. */
  readonly records = new Map<string, Kept>()
  /** What happened, for whoever looks into a failure. */
  readonly journal: string[] = []
  /** Deaths in the middle of something. */
  deaths = 0
  readonly screen: Screen
  private value = 0
  private lives = 0
  /** The app was opened at an empty form. */
  private formIsNew = false
  /** The person's moves until the app dies. */
  private moves = 0
  private heard = 0
  private sheetClosed = 0

  constructor(
    private readonly hand: Hand,
    private readonly trials: Trials,
    private readonly random: Random,
    /** Begins every title, so that one can tell whose it is. */
    private readonly mark: string,
  ) {
    this.screen = new Screen(hand)
  }

  /** One app's life, from its launch to its death: at a write to the phone, or around one of the person's moves. */
  async live(): Promise<void> {
    const { random, trials, hand } = this
    await hand.setOnline(random.chance(0.8))
    const atWrite = random.chance(0.5)
    this.note(`life ${(this.lives += 1)}`)
    this.moves = atWrite ? Infinity : random.whole(0, 25)
    if (atWrite) await trials.doom({ writes: random.whole(0, 35), done: random.chance(0.5) })
    this.formIsNew = random.chance(0.5)
    await hand.killAndRelaunch(this.formIsNew ? '/pages/record/index?kind=activity' : '/pages/records/index')
    try {
      // Where death does not come before, it comes with the next launch.
      for (let acts = 0; acts < MOST_ACTS; acts += 1) await this.act()
    } catch (error) {
      if (!isDeath(error)) throw error
      this.deaths += 1
    }
  }

  /** Stands before each of the person's moves. */
  private async move(): Promise<void> {
    this.moves -= 1
    if (this.moves === 0) await this.trials.doom({ milliseconds: this.random.whole(0, AROUND) })
  }

  /** The network is whole, nothing more dies: waits until all is sent. */
  async recover(): Promise<void> {
    const { trials, hand, screen } = this
    await trials.doom({})
    await trials.spoilNetwork(0, '')
    await eventually(async () => {
      if ((await trials.onTheWay()) > 0) throw new Error('late calls are still on their way')
    })
    await hand.setOnline(true)
    await hand.killAndRelaunch('/pages/records/index')
    await screen.tapWith('待上传', '.chips-chip')
    await eventually(() => screen.see('没有符合条件的记录'), SENDING)
    await screen.tapWith('要处理', '.chips-chip')
    await eventually(() => screen.seeNot('上传失败'))
  }

  private async act(): Promise<void> {
    const { random, screen } = this
    await this.move()
    const what = random.next()
    if (this.formIsNew || what < 0.5) return this.enter()
    if (what < 0.85) return this.edit()
    if (what < 0.9) return screen.goToTab(random.pick(['progress', 'records', 'me']))
    if (what < 0.95) return this.leaveAndComeBack()
    await this.hand.setOnline(random.chance(0.7))
  }

  private async leaveAndComeBack(): Promise<void> {
    await this.hand.program.native().goHome()
    await pause(this.random.whole(0, 500))
    await this.trials.comeBack()
  }

  private async enter(): Promise<void> {
    const { screen } = this
    // Never in a form that is open already: it may be that of another record.
    if (this.formIsNew) this.formIsNew = false
    else {
      await screen.goToTab('records')
      await this.move()
      await this.chooseActivity()
      await screen.isAt('record')
    }
    const title = `${this.mark}${String(this.records.size + 1).padStart(3, '0')}`
    await this.move()
    await screen.tap('贷款对接', '.chips-chip')
    await this.move()
    await screen.type('如:园区银企对接会', title)
    await screen.type('如:浏阳经开区', '浏阳经开区')
    await this.move()
    await screen.tap('主办', '.chips-chip')
    await this.fillInAndSave(title)
  }

  private async chooseActivity(): Promise<void> {
    const { screen } = this
    // Nobody is back before the sheet has gone down.
    await pause(this.sheetClosed + SHEET - Date.now())
    await screen.tap('记一笔', 'button')
    await screen.tap('服务活动', '.record-button-title')
    this.sheetClosed = Date.now()
  }

  private async edit(): Promise<void> {
    const { random, screen } = this
    const saved = [...this.records].flatMap(([title, kept]) => (kept.saved ? [title] : []))
    // Rather one that may still be on its way.
    const [title] = random.sample(random.chance(0.7) ? saved.slice(-3) : saved, 1)
    if (title === undefined) return
    await screen.goToTab('records')
    await this.move()
    await screen.type('搜索名称', title)
    await this.move()
    await screen.tapWith(title, '.records-main')
    await screen.isAt('activity')
    await this.move()
    if (await this.openForChange()) await this.fillInAndSave(title)
  }

  /**
   * What is on its way cannot be changed, a page may wait for an answer, and a button may move away from under the
   * finger when one comes: nobody stands there for long.
   */
  private async openForChange(): Promise<boolean> {
    try {
      await eventually(async () => (await this.button('修改')).tap(), A_MOMENT)
      await this.screen.isAt('record')
      return true
    } catch (error) {
      if (isDeath(error)) throw error
      return false
    }
  }

  private async button(text: string): Promise<Found> {
    for (const button of await this.screen.all('button')) {
      if (squeezed(await button.text()) === text) return button
    }
    throw new Error(`no button says ${text}`)
  }

  private async fillInAndSave(title: string): Promise<void> {
    const { random } = this
    const attendances = (this.value += 1)
    await this.move()
    await this.typeAttendances(String(attendances))
    this.note(`${title}: typed ${attendances}`)
    if (random.chance(0.3)) await this.takePhoto()
    if (random.chance(0.1)) await this.removePhoto()
    if (random.chance(0.15)) return
    const kept = this.records.get(title) ?? { saved: null, unsure: [] }
    this.records.set(title, kept)
    await this.move()
    const version = { attendances, photos: await this.photosShown() }
    kept.unsure.push(version)
    this.note(`${title}: saving ${JSON.stringify(version)}`)
    try {
      await this.save(String(attendances))
    } finally {
      if (await this.wasTold()) {
        Object.assign(kept, { saved: version, unsure: [] })
        this.note(`${title}: saved`)
      }
    }
  }

  private async save(why: string): Promise<void> {
    const { screen } = this
    for (let tries = 0; tries < 3; tries += 1) {
      if ((await screen.words()).includes('修改原因')) await screen.type('如:补充签到表', `改为 ${why} 家次`)
      await screen.tap('保存并上传', 'button')
      if (await this.wasTold(false)) return
      // It may have been received while it stood in the form; then the reason is asked for now.
    }
    await screen.page()
    throw new Error(`not saved: ${await screen.words()}`)
  }

  /** Was the person told once more that something is saved? */
  private async wasTold(hear = true): Promise<boolean> {
    const all = (await this.trials.told()).filter((toast) => toast === SAVED).length
    const more = all > this.heard
    if (hear) this.heard = all
    return more
  }

  private note(what: string): void {
    this.journal.push(`${new Date().toISOString().slice(14, 23)} ${what}`)
  }

  /** The whole placeholder: that of another field begins and ends otherwise, and may be there before. */
  private async typeAttendances(text: string): Promise<void> {
    await eventually(async () => {
      for (const element of await this.screen.all('input')) {
        if ((await element.property('placeholder')) !== '0') continue
        if (!('input' in element) || typeof element.input !== 'function') continue
        await element.input(text)
        expect(await element.property('value')).toBe(text)
        return
      }
      throw new Error('no field for the attendances')
    })
  }

  private async photosShown(): Promise<number> {
    return Number(/照片(\d)\/9/.exec(await this.screen.words())?.[1] ?? Number.NaN)
  }

  private async takePhoto(): Promise<void> {
    const { hand, screen } = this
    const before = await this.photosShown()
    if (before >= MOST_PHOTOS) return
    await hand.program.mockWxMethod('showActionSheet', { tapIndex: 0 })
    await this.move()
    await eventually(async () => (await screen.all('.photo-grid-add'))[0]?.tap())
    await screen.see(`照片${before + 1}/9`)
  }

  private async removePhoto(): Promise<void> {
    const { screen } = this
    const before = await this.photosShown()
    if (before === 0) return
    await eventually(async () => (await screen.all('.photo-grid-remove'))[0]?.tap())
    await screen.see(`照片${before - 1}/9`)
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
