/** Subscription messages of `filings`: the documented request, once a person, and never in the way of the filing. */
import { templatesOf, wechatMessages } from '../../cloudfunctions/filings/messages'
import { statusOf } from '../../cloudfunctions/filings/status'
import { filingDue, reminderOf } from '../../src/shared/filings'
import { filingWorld, may } from './filing'
import { openidOf } from './harness'

const world = filingWorld()
const { as, database, clock, templates, sent, wechat, timer } = world
const at = (time: string) => (clock.now = new Date(time))
const templateId = 'PUiqg4SGfHEmTaDhoYtVT_eC61hgH8CsYpOYmgFOPB8'
beforeEach(() => {
  sent.length = 0
  wechat.error = null
})
const outcomes = () =>
  database.selectFrom('messages_sent').select(['subject', 'outcome']).orderBy('subject').execute()

describe('the request to WeChat', () => {
  const message = {
    openid: 'o1',
    templateId,
    page: 'pages/filings/index',
    values: { thing1: '2023 年 5 月月报', time2: '2023年6月5日 23:59' },
  }

  it('is the one documented for subscribeMessage.send', async () => {
    const requests: unknown[] = []
    await wechatMessages(async (request) => {
      requests.push(request)
      return { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' }
    })(message)
    expect(requests).toEqual([
      {
        touser: 'o1',
        templateId,
        page: 'pages/filings/index',
        lang: 'zh_CN',
        data: { thing1: { value: '2023 年 5 月月报' }, time2: { value: '2023年6月5日 23:59' } },
      },
    ])
  })

  it('keeps a thing within the 20 characters that WeChat takes', async () => {
    const values: string[] = []
    await wechatMessages(async ({ data }) => {
      values.push(data.thing3?.value ?? '')
      return { errCode: 0 }
    })({ ...message, values: { thing3: '注册数与后台不符,请核对后重新报送,并附上截图' } })
    expect(values).toEqual(['注册数与后台不符,请核对后重新报送,并…'])
  })

  it.each([{ errCode: 43101 }, {}, undefined])('fails on the answer %j', async (answer) => {
    await expect(wechatMessages(async () => answer)(message)).rejects.toThrow()
  })

  it('has a template where the environment names one, and refuses what is none', () => {
    expect(templatesOf({})).toEqual({ reminder: null, decision: null })
    expect(templatesOf({ REMINDER_TEMPLATE_ID: templateId, DECISION_TEMPLATE_ID: '' })).toEqual({
      reminder: templateId,
      decision: null,
    })
    expect(() => templatesOf({ REMINDER_TEMPLATE_ID: '月报 提醒' })).toThrow()
  })
})

describe('without a template', () => {
  it('nobody is told anything', async () => {
    at('2023-06-03T01:00:00Z')
    await timer()
    expect([sent, await outcomes()]).toEqual([[], []])
    expect((await as('老周').call('due', { platformId: 'p-changsha', year: null })).templates).toEqual([])
  })
})

describe('reminders', () => {
  it('begin three days ahead of a month’s due day and fourteen ahead of the year’s, and end a week after', () => {
    const nothing = { versions: [], signOffs: [], forwards: [] }
    const on = (kind: 'monthly' | 'self-assessment', period: string, day: string) =>
      reminderOf(
        statusOf(
          { kind, period },
          { ...nothing, dueAt: filingDue(kind, period, []) },
          new Date(`${day}T02:00:00Z`),
        ),
      )
    expect(
      ['2023-06-01', '2023-06-02', '2023-06-05', '2023-06-06', '2023-06-12', '2023-06-13'].map((day) =>
        on('monthly', '2023-05', day),
      ),
    ).toEqual([null, 'soon', 'soon', 'overdue', 'overdue', null])
    expect(
      ['2023-12-16', '2023-12-17', '2024-01-07'].map((day) => on('self-assessment', '2023', day)),
    ).toEqual([null, 'soon', 'overdue'])
  })

  it('go to the managers of platforms that have not filed, once a person', async () => {
    templates.reminder = templateId
    at('2023-06-03T01:00:00Z')
    await as('老李').call('fileMonthly', { ...may, platformId: 'p-zhuzhou' })
    await timer()
    expect(sent).toEqual([
      {
        openid: openidOf('老周'),
        templateId,
        page: 'pages/filings/index',
        values: { thing1: '2023 年 5 月月报', time2: '2023年6月5日 23:59', thing3: '请按时报送' },
      },
    ])
    await timer()
    expect(sent).toHaveLength(1)
    at('2023-06-07T01:00:00Z')
    await timer()
    expect(sent.map(({ values }) => values.thing3)).toEqual(['请按时报送', '已过截止时间,请尽快补报'])
    expect((await as('老周').call('due', { platformId: 'p-changsha', year: null })).templates).toEqual([
      templateId,
    ])
  })

  it('that fail are noted without any words of the failure', async () => {
    wechat.error = Object.assign(new Error(`user ${openidOf('老周')} refused`), { errCode: 43101 })
    at('2023-07-03T01:00:00Z')
    expect(await timer()).toMatchObject({ ok: true })
    expect((await outcomes()).find(({ subject }) => subject === 'soon/p-changsha/monthly/2023-06')).toEqual({
      subject: 'soon/p-changsha/monthly/2023-06',
      outcome: 'error 43101',
    })
    templates.reminder = null
  })
})

describe('decisions', () => {
  const decision = {
    platformId: 'p-changsha',
    kind: 'monthly' as const,
    period: '2023-05',
    version: 1,
    decision: 'refuse' as const,
    reason: '注册数与后台不符',
  }

  it('stand when the message fails', async () => {
    templates.decision = templateId
    wechat.error = new Error('fail getaddrinfo ENOTFOUND')
    at('2023-06-07T02:00:00Z')
    await as('老周').call('fileMonthly', may)
    expect(await as('小陈').call('signOff', decision)).toMatchObject({ state: 'refused' })
    expect(
      (await as('老周').call('monthly', { platformId: 'p-changsha', month: '2023-05' })).status.state,
    ).toBe('refused')
  })

  it('are told to who filed, once, and only when they are made', async () => {
    await as('老周').call('fileMonthly', { ...may, replaces: 1, reason: '已更正' })
    const approve = { ...decision, version: 2, decision: 'approve' as const, reason: '' }
    await as('小陈').call('signOff', approve)
    await as('小陈').call('signOff', approve)
    await as('小陈').refused('signOff', decision)
    expect(sent).toEqual([
      {
        openid: openidOf('老周'),
        templateId,
        page: 'pages/filings/index',
        values: { thing1: '2023 年 5 月月报', phrase2: '已审定', thing3: '请在小程序中查看' },
      },
    ])
  })
})
