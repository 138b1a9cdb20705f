/** The headless host itself, by a small mini-program written by hand: it must be as strict as WeChat, and no kinder. */
import { join } from 'node:path'
import { eventually, pickUp, settled, type Hand, type OpenPage } from './driver'
import { BadNetwork } from './host/bad-network'
import { wxNames } from './host/wx/names'

const app = join(__dirname, 'fixture')
const hands: Hand[] = []
let phones = 0

async function phone(name = `fixture-${++phones}`, opened?: string): Promise<Hand> {
  const hand = await pickUp({ name, person: null, functions: null, app, opened })
  hands.push(hand)
  return hand
}
const front = async ({ program }: Hand): Promise<OpenPage> => {
  const page = await program.currentPage()
  if (!page) throw new Error('no page')
  return page
}
const found = async (page: OpenPage, selector: string) => {
  const element = await page.$(selector)
  if (!element) throw new Error(`no ${selector}`)
  return element
}
const textOf = async (hand: Hand, selector: string) => (await found(await front(hand), selector)).text()
const type = async (hand: Hand, text: string) => {
  const field = await found(await front(hand), '.name')
  if (!('input' in field) || typeof field.input !== 'function') throw new Error('not a field')
  await field.input(text)
}

afterEach(async () => {
  for (const hand of hands.splice(0)) {
    await hand.faults()
    await hand.putDown()
  }
})

describe('what a person cannot do is refused', () => {
  test('a method of WeChat that the host lacks is an error with its name, also where the app catches it', async () => {
    const hand = await phone()
    const caught = await hand.program.evaluate(() => {
      try {
        wx.createInnerAudioContext()
        return 'silence'
      } catch {
        return 'caught'
      }
    })
    expect(caught).toBe('caught')
    expect(await hand.faults()).toEqual(['this host lacks wx.createInnerAudioContext'])
  })

  test('the names are those of WeChat', () => {
    expect(wxNames().size).toBeGreaterThan(400)
    for (const name of ['getLocation', 'chooseMedia', 'onBLEConnectionStateChange'])
      expect(wxNames()).toContain(name)
  })

  test('a name that WeChat has never had is undefined, as there', async () => {
    const hand = await phone()
    expect(await hand.program.evaluate(() => typeof Reflect.get(wx, 'makeCoffee'))).toBe('undefined')
  })

  test('a fault left behind fails the test that left it', async () => {
    const hand = await phone('careless')
    hands.pop()
    await hand.program.evaluate(() => {
      setTimeout(() => {
        throw new Error('nobody caught this')
      }, 0)
      void Promise.reject(new Error('nor this'))
      return new Promise((done) => setTimeout(done, 50))
    })
    await expect(hand.putDown()).rejects.toThrow(/^careless: .*this; .*this$/)
  })

  test('scripts find no built-in that the oldest phones of WeChat lack', async () => {
    const hand = await phone()
    const kinds = await hand.program.evaluate(() => [
      typeof Reflect.get(Array.prototype, 'toSorted'),
      typeof Reflect.get(Array.prototype, 'at'),
      typeof Reflect.get(Object, 'groupBy'),
      typeof Reflect.get(globalThis, 'BigInt'),
    ])
    expect(kinds).toEqual(['undefined', 'function', 'undefined', 'undefined'])
  })

  test('scripts see no browser, no Node, and make no code from texts', async () => {
    const hand = await phone()
    const seen = await hand.program.evaluate(() => {
      const names = [
        'window',
        'document',
        'process',
        'Buffer',
        'fetch',
        'TextEncoder',
        'URL',
        'WebAssembly',
        'Intl',
        'crypto',
      ]
      const there = names.filter((name) => Reflect.has(globalThis, name))
      try {
        new Function('return 1')
        there.push('Function')
      } catch {
        // As on a phone.
      }
      return there
    })
    expect(seen).toEqual([])
  })

  test.each([
    ['.off', 'disabled'],
    ['.gone', 'hidden'],
    ['.picked', 'nothing listens'],
  ])('a tap at %s is refused: %s', async (selector, why) => {
    const hand = await phone()
    const element = await found(await front(hand), selector)
    await expect(element.tap()).rejects.toThrow(why)
  })

  test('an element of a page that is not in front cannot be tapped', async () => {
    const hand = await phone()
    const button = await found(await front(hand), '.outer')
    await hand.program.callWxMethod('navigateTo', { url: '/pages/second/index' })
    await expect(button.tap()).rejects.toThrow('not the page in front')
  })

  test('a selector that only browsers know is refused, or a test would pass here and fail in WeChat', async () => {
    const hand = await phone()
    const page = await front(hand)
    for (const selector of ['view[data-row-id="1"]', 'view:first-child', '*', 'view + view']) {
      await expect(page.$$(selector)).rejects.toThrow('WeChat knows no such selector')
    }
  })

  test('location is refused where app.json does not announce it', async () => {
    const hand = await phone()
    await expect(hand.program.callWxMethod('chooseLocation', {})).rejects.toThrow('requiredPrivateInfos')
    expect(await hand.program.callWxMethod('getLocation', {})).toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('a cloud function without a network fails as WeChat says it', async () => {
    const hand = await phone()
    await hand.setOnline(false)
    const reason = await hand.program.evaluate(async () => {
      wx.cloud.init({})
      return wx.cloud.callFunction({ name: 'session' }).catch((error: unknown) => error)
    })
    expect(reason).toMatchObject({ errMsg: 'callFunction:fail request:fail' })
  })
})

describe('storage', () => {
  const put = (hand: Hand, key: string, megabytes: number) =>
    hand.program.evaluate(
      (name: string, size: number) => {
        try {
          wx.setStorageSync(name, 'x'.repeat(size * 1024 * 1024))
          return 'kept'
        } catch (error) {
          return error instanceof Error ? error.message : ''
        }
      },
      key,
      megabytes,
    )

  test('a key over 1 MB is refused, and what was there before stays', async () => {
    const hand = await phone()
    await put(hand, 'draft', 0.5)
    expect(await put(hand, 'draft', 1)).toMatch('entry size limit')
    expect(await hand.program.evaluate(() => String(wx.getStorageSync('draft')).length)).toBe(512 * 1024)
  })

  test('more than 10 MB in all is refused', async () => {
    const hand = await phone()
    for (let key = 0; key < 10; key++) expect(await put(hand, `part-${key}`, 0.99)).toBe('kept')
    expect(await put(hand, 'one-more', 0.5)).toMatch('10Mb')
  })

  test('a killed app finds its storage and files again, and nothing else', async () => {
    const hand = await phone()
    await type(hand, '长沙')
    await hand.program.evaluate(() => {
      wx.setStorageSync('draft', { name: '长沙' })
      wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/photo.jpg`, '图', 'utf8')
    })
    await hand.killAndRelaunch()
    expect(await textOf(hand, '.typed')).toBe('')
    expect(await hand.program.evaluate(() => wx.getStorageSync('draft') as unknown)).toEqual({ name: '长沙' })
    const file = () => wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/photo.jpg`, 'utf8')
    expect(await hand.program.evaluate(file)).toBe('图')
  })

  test('another phone has a storage of its own', async () => {
    const [one, other] = [await phone(), await phone()]
    await one.program.evaluate(() => wx.setStorageSync('key', 'value'))
    expect(await other.program.evaluate(() => wx.getStorageInfoSync().keys)).toEqual([])
  })
})

describe('pages', () => {
  test('a page is loaded, shown, and ready, in this order', async () => {
    const hand = await phone()
    await eventually(async () =>
      expect(await (await front(hand)).data('life')).toEqual(['load', 'show', 'ready']),
    )
    await hand.program.callWxMethod('navigateTo', { url: '/pages/second/index?from=one%20two' })
    expect(await (await front(hand)).query).toEqual({ from: 'one%20two' })
    await hand.program.callWxMethod('navigateBack', {})
    await eventually(async () =>
      expect(await (await front(hand)).data('life')).toEqual(['load', 'show', 'ready', 'hide', 'show']),
    )
  })

  test('a scanned code opens its page with its query', async () => {
    const hand = await phone(undefined, '/pages/second/index?from=code')
    expect(await textOf(hand, '.where')).toBe('second code')
  })

  test('tabs keep their state; every other page closes when a tab is chosen', async () => {
    const hand = await phone()
    await type(hand, '长沙')
    await hand.program.callWxMethod('navigateTo', { url: '../second/index' })
    await hand.program.callWxMethod('switchTab', { url: '/pages/tab/index' })
    expect((await hand.program.pageStack()).map(({ path }) => path)).toEqual(['pages/tab/index'])
    await hand.program.callWxMethod('switchTab', { url: '/pages/first/index' })
    expect(await textOf(hand, '.typed')).toBe('长沙')
  })

  test.each([
    ['navigateTo', '/pages/tab/index', 'tabbar page'],
    ['switchTab', '/pages/second/index', 'no-tabBar page'],
    ['navigateTo', '/pages/third/index', 'not found'],
    ['navigateBack', '', 'first page'],
  ])('%s %s is refused: %s', async (method, url, why) => {
    const hand = await phone()
    await expect(hand.program.callWxMethod(method, { url })).rejects.toThrow(why)
  })

  test('no more than ten pages lie on top of each other', async () => {
    const hand = await phone()
    const open = () => hand.program.callWxMethod('navigateTo', { url: '/pages/second/index' })
    for (let count = 1; count < 10; count++) await open()
    await expect(open()).rejects.toThrow('limit exceed')
  })
})

describe('templates and events', () => {
  test('data reaches the screen through wx:if, wx:for, templates and wxs', async () => {
    const hand = await phone()
    const page = await front(hand)
    expect(await textOf(hand, '.greeting')).toBe('你好,你')
    expect(await textOf(hand, '.empty')).toBe('还没有记录')
    await page.setData({
      rows: [
        { id: 'a', name: '活动', points: 6 },
        { id: 'b', name: '走访', points: 3, done: true },
      ],
    })
    expect(await page.$$('.row')).toHaveLength(2)
    expect(await textOf(hand, '.row.done')).toBe('走访 3 分')
    expect(await textOf(hand, '.sum')).toBe('共 9 分')
    expect(await page.$('.empty')).toBeNull()
  })

  test('a tap reaches the handler with the data set of the element', async () => {
    const hand = await phone()
    await (await front(hand)).setData({ rows: [{ id: 'a', name: '活动', points: 6 }] })
    await (await found(await front(hand), '.row')).tap()
    expect(await textOf(hand, '.picked')).toBe('a')
  })

  test('a tap bubbles, and catch stops it', async () => {
    const hand = await phone()
    await (await found(await front(hand), '.stops')).tap()
    expect(await textOf(hand, '.heard')).toBe('内')
    await (await found(await front(hand), '.outer')).tap()
    expect(await textOf(hand, '.heard')).toBe('内外')
  })

  test('typing reaches the handler, cut at the length that the field takes', async () => {
    const hand = await phone()
    await type(hand, '一二三四五六七八九十')
    expect(await textOf(hand, '.typed')).toBe('一二三四五六七八')
    expect(await (await found(await front(hand), '.name')).value()).toBe('一二三四五六七八')
  })

  test('a custom component has a tree, data and events of its own, and ends with its element', async () => {
    const hand = await phone()
    const page = await front(hand)
    expect(await page.$('.count')).toBeNull()
    const counter = await found(page, 'counter')
    const count = await counter.$('.count')
    expect(await count?.text()).toBe('3')
    await count?.tap()
    expect(await count?.text()).toBe('4')
    expect(await textOf(hand, '.more')).toBe('1')
    await page.setData({ start: { at: 10 } })
    expect(await count?.text()).toBe('11')
    await page.setData({ counted: false })
    expect(await page.$('counter')).toBeNull()
    const life = () => getApp<{ life: string[] }>().life
    expect(await hand.program.evaluate(life)).toEqual(['launch', 'show', 'attached', 'detached'])
  })
})

describe('the world around', () => {
  test('the app hears of the network going and coming', async () => {
    const hand = await phone()
    await hand.setOnline(false)
    await hand.setOnline(true)
    const life = () => getApp<{ life: string[] }>().life.slice(-2)
    expect(await hand.program.evaluate(life)).toEqual(['offline', 'online'])
  })

  test('the app hears that the person left', async () => {
    const hand = await phone()
    await hand.program.native().goHome()
    const life = () => getApp<{ life: string[] }>().life.at(-1)
    expect(await hand.program.evaluate(life)).toBe('hide')
    expect(await (await front(hand)).data('life')).toContain('hide')
  })

  test('a modal waits until a person answers it', async () => {
    const hand = await phone()
    const asked = hand.program.evaluate(() => wx.showModal({ title: '删除?' }).then(({ confirm }) => confirm))
    await eventually(() => hand.program.native().confirmModal())
    expect(await asked).toBe(true)
    await expect(hand.program.native().confirmModal()).rejects.toThrow('no modal is shown')
  })

  test('a test can stand in for any method, and take its stand-in away', async () => {
    const hand = await phone()
    const type = () => wx.getNetworkType().then(({ networkType }) => networkType)
    await hand.program.mockWxMethod('getNetworkType', { networkType: '2g' })
    expect(await hand.program.evaluate(type)).toBe('2g')
    await hand.program.mockWxMethod(
      'getNetworkType',
      (_options: unknown, given: string) => ({ networkType: given }),
      '3g',
    )
    expect(await hand.program.evaluate(type)).toBe('3g')
    await hand.program.restoreWxMethod('getNetworkType')
    expect(await hand.program.evaluate(type)).toBe('wifi')
  })

  test('what goes to the screen is measured, with what caused it', async () => {
    const hand = await phone()
    const before = await settled(hand)
    await (await found(await front(hand), '.outer')).tap()
    const after = (await hand.sentToScreen())?.slice(before)
    const bytes = Buffer.byteLength(JSON.stringify({ heard: '外' }))
    expect(after).toMatchObject([{ page: 'pages/first/index', bytes, cause: 'tap 内' }])
  })
})

describe('what no phone does on demand', () => {
  const trialsOf = ({ trials }: Hand) => {
    if (!trials) throw new Error('not the host of these tests')
    return trials
  }

  test.each([
    [true, ['first', 'fatal']],
    [false, ['first']],
  ])(
    'the app dies at a write, done: %s, and what is left of it changes and tells nothing',
    async (done, kept) => {
      const hand = await phone()
      await trialsOf(hand).doom({ writes: 1, done })
      const dying = hand.program.evaluate(() => {
        const afterwards = () => {
          void wx.showToast({ title: '已保存' })
          void wx.setStorage({ key: 'later', data: 1 })
          wx.setStorageSync('last', 1)
        }
        wx.setStorageSync('first', 1)
        void Promise.resolve().then(afterwards)
        setTimeout(afterwards, 0)
        try {
          wx.setStorageSync('fatal', 1)
        } catch {
          afterwards()
        }
      })
      await expect(dying).rejects.toThrow('the app')
      await hand.killAndRelaunch()
      const keys = await hand.program.evaluate(() => wx.getStorageInfoSync().keys)
      expect(keys).toEqual(kept)
      expect(await trialsOf(hand).told()).toEqual([])
    },
  )

  test('the app dies after some time, and nobody waits for its answers any longer', async () => {
    const hand = await phone()
    await trialsOf(hand).doom({ milliseconds: 30 })
    await expect(hand.program.evaluate(() => new Promise(() => {}))).rejects.toThrow('the app does not run')
    await expect(eventually(() => hand.program.currentPage())).rejects.toThrow('the app does not run')
    await hand.killAndRelaunch()
    expect((await front(hand)).path).toBe('pages/first/index')
  })

  test('what the app told the person is known after its death', async () => {
    const hand = await phone()
    await hand.program.evaluate(() => wx.showToast({ title: '已保存' }))
    await hand.killAndRelaunch()
    expect(await trialsOf(hand).told()).toEqual(['已保存'])
  })

  test('a bad network loses, doubles, delays and answers for others, and the same again for the same seed', async () => {
    jest.useFakeTimers()
    const calls = async (share: number, seed: string) => {
      const network = new BadNetwork()
      network.spoil(share, seed)
      let arrived = 0
      const send = () => Promise.resolve({ ok: true, value: ++arrived })
      const ends = Array.from({ length: 300 }, () => 'no answer')
      ends.forEach((_, at) => {
        network.carry(send).then(
          ({ ok, theirs }) => void (ends[at] = `${theirs ? 'theirs' : 'ours'} ${ok}`),
          () => void (ends[at] = 'lost'),
        )
      })
      await jest.advanceTimersByTimeAsync(5_000)
      return { ends, arrived, onTheWay: network.onTheWay }
    }
    const bad = await calls(0.9, 'one')
    expect(bad).toEqual(await calls(0.9, 'one'))
    expect(bad).not.toEqual(await calls(0.9, 'another'))
    expect(new Set(bad.ends)).toEqual(
      new Set(['ours true', 'theirs true', 'theirs false', 'lost', 'no answer']),
    )
    expect(bad.onTheWay).toBe(0)
    const whole = await calls(0, 'one')
    expect(new Set(whole.ends)).toEqual(new Set(['ours true']))
    expect(whole.arrived).toBe(300)
    jest.useRealTimers()
  })
})
