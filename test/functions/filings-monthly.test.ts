/** `filings`: monthly reports, when they are due and late, and the sign-off. Refusals first. */
import { filingWorld, may, withRegistrations } from './filing'

const { as, database, clock, evaluate, standing } = filingWorld()
const reviewed = { platformId: 'p-changsha', kind: 'monthly' as const, period: '2023-05' }
const approve = { ...reviewed, version: 1, decision: 'approve' as const, reason: '' }
const refuse = { ...approve, decision: 'refuse' as const, reason: '注册数与后台不符' }

const at = (time: string) => (clock.now = new Date(time))
beforeEach(() => at('2023-06-02T02:00:00Z'))

/** What the evaluation reads. */
const counted = (month: string, platformId = 'p-changsha') =>
  database
    .selectFrom('monthly_reports')
    .select(['filed_at', 'due_at', 'figures'])
    .where('platform_id', '=', platformId)
    .where('month', '=', month)
    .executeTakeFirst()
const versionOf = async (month: string) => {
  const row = await database
    .selectFrom('month_versions')
    .select('version')
    .where('platform_id', '=', 'p-changsha')
    .where('month', '=', month)
    .executeTakeFirst()
  return row?.version ?? 0
}
const audited = (subject: string) =>
  database
    .selectFrom('audit_log')
    .select(['action', 'revision', 'from_state', 'to_state', 'reason'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()

describe('a report is refused', () => {
  it('from everybody but the platform’s own managers', async () => {
    for (const who of ['阿丽', '老李', '小陈', '省平台', '王总', '路人'] as const) {
      expect((await as(who).refused('fileMonthly', may)).code).toBe('NOT_ALLOWED')
    }
    expect((await as('老周').refused('fileMonthly', { ...may, platformId: 'p-zhuzhou' })).code).toBe(
      'NOT_ALLOWED',
    )
    expect((await as('老周').refused('fileMonthly', { ...may, platformId: 'p-nowhere' })).code).toBe(
      'NOT_ALLOWED',
    )
  })

  it('without a source, without a figure, with one twice, and with one that the rubric does not know', async () => {
    const [registrations, transactions] = may.figures
    if (!registrations || !transactions) throw new Error('no figures')
    const fieldsOf = async (...figures: unknown[]) => {
      const { code, fields } = await as('老周').refused('fileMonthly', { ...may, figures })
      return [code, Object.keys(fields)]
    }
    expect(await fieldsOf({ ...registrations, source: ' ' }, transactions)).toEqual([
      'INVALID_INPUT',
      ['figures.0.source'],
    ])
    expect(await fieldsOf(registrations)).toEqual(['INVALID_INPUT', ['figures.onlineTransactions']])
    expect(await fieldsOf(registrations, registrations, transactions)).toEqual([
      'INVALID_INPUT',
      ['figures.registrations'],
    ])
    expect(await fieldsOf(...may.figures, { ...registrations, name: 'loans' })).toEqual([
      'INVALID_INPUT',
      ['figures.loans'],
    ])
    expect(await fieldsOf({ ...registrations, value: 1.5 }, transactions)).toEqual([
      'INVALID_INPUT',
      ['figures.registrations'],
    ])
    expect(await fieldsOf({ ...registrations, value: -1 }, transactions)).toEqual([
      'INVALID_INPUT',
      ['figures.0.value'],
    ])
  })

  it('before the month is over, and of a month without a rubric', async () => {
    at('2023-05-31T15:59:59Z')
    expect((await as('老周').refused('fileMonthly', may)).code).toBe('STATE_NOT_POSSIBLE')
    expect((await as('老周').refused('fileMonthly', { ...may, month: '2022-05' })).code).toBe(
      'PERIOD_NOT_COVERED',
    )
    expect(await counted('2023-05')).toBeUndefined()
  })
})

describe('before it is filed', () => {
  it('shows the figures to fill in, and is due with the days that are left', async () => {
    const { figures, status } = await as('阿丽').call('monthly', {
      platformId: 'p-changsha',
      month: '2023-05',
    })
    expect(figures.map(({ name, filed }) => [name, filed])).toEqual([
      ['registrations', null],
      ['onlineTransactions', null],
    ])
    expect(status).toMatchObject({
      state: 'open',
      daysLeft: 3,
      late: false,
      filedAt: null,
      version: 0,
      open: true,
    })
  })

  it('falls due at midnight in Shanghai: missing from then on', async () => {
    const of = async (time: string) => {
      at(time)
      const { filings, lateOrMissing } = await as('老周').call('due', {
        platformId: 'p-changsha',
        year: null,
      })
      const found = filings.find(({ period }) => period === '2023-05')
      return [found?.state, found?.daysLeft, found?.late, lateOrMissing]
    }
    // January to April were never filed.
    expect(await of('2023-06-05T15:59:59.999Z')).toEqual(['open', 0, false, 4])
    expect(await of('2023-06-05T16:00:00Z')).toEqual(['missing', -1, true, 5])
  })

  it('lists the months that are over and the annual filings, of the year of the last month that is over', async () => {
    at('2024-01-03T02:00:00Z')
    const { year, filings } = await as('老周').call('due', { platformId: 'p-changsha', year: null })
    expect([year, filings.length]).toEqual(['2023', 14])
    expect(filings.slice(0, 3).map(({ kind, period, state }) => [kind, period, state])).toEqual([
      ['self-assessment', '2023', 'missing'],
      ['annual-summary', '2023', 'missing'],
      ['monthly', '2023-12', 'open'],
    ])
    at('2024-02-01T02:00:00Z')
    expect((await as('老周').call('due', { platformId: 'p-changsha', year: null })).filings).toEqual([])
  })

  it('is not shown to other platforms', async () => {
    for (const who of ['老李', '小吴', '小邓', '王总'] as const) {
      for (const [action, input] of [
        ['due', { platformId: 'p-changsha', year: null }],
        ['monthly', { platformId: 'p-changsha', month: '2023-05' }],
        ['filing', { ...reviewed, version: null }],
      ] as const) {
        expect((await as(who).refused(action, input)).code).toBe('NOT_ALLOWED')
      }
    }
  })
})

describe('the life of a report', () => {
  it('is filed in time, a repeat is the same filing, and its figures do not count before the sign-off', async () => {
    const before = await versionOf('2023-05')
    const filed = await as('老周').call('fileMonthly', may)
    expect(filed).toMatchObject({
      state: 'filed',
      version: 1,
      late: false,
      filedAt: '2023-06-02T02:00:00.000Z',
    })
    at('2023-06-02T02:00:30Z')
    expect(await as('老周').call('fileMonthly', may)).toEqual(filed)
    expect(await counted('2023-05')).toMatchObject({
      filed_at: new Date('2023-06-02T02:00:00Z'),
      figures: {},
    })
    expect(await versionOf('2023-05')).toBe(before + 1)
    expect(await versionOf('2023-06')).toBeGreaterThan(0)
  })

  it('refuses to replace a version that the filer has not seen', async () => {
    const stale = { ...may, figures: withRegistrations(31) }
    expect((await as('老周').refused('fileMonthly', stale)).code).toBe('REVISION_CONFLICT')
  })

  it('refuses the sign-off to everybody but the department of the platform’s own level', async () => {
    for (const who of ['老周', '阿丽', '小邓', '路人', '省平台'] as const) {
      expect((await as(who).refused('signOff', approve)).code).toBe('NOT_ALLOWED')
    }
  })

  it('refuses to send back without a reason, and what does not exist', async () => {
    for (const reason of [' ', '\u2066\u3164'])
      expect((await as('小陈').refused('signOff', { ...refuse, reason })).code).toBe('REASON_REQUIRED')
    expect((await as('小陈').refused('signOff', { ...approve, version: 2 })).code).toBe('REVISION_CONFLICT')
    expect((await as('小陈').refused('signOff', { ...approve, period: '2023-04' })).code).toBe('NOT_FOUND')
    expect((await as('小陈').refused('signOff', { ...approve, period: '2023' })).code).toBe('INVALID_INPUT')
  })

  it('waits in the queue of its own reviewer alone', async () => {
    const queued = async (who: Parameters<typeof as>[0]) =>
      (await as(who).call('queue', { cursor: null })).rows.map(({ platform, status }) => [
        platform.id,
        status.period,
      ])
    expect(await queued('小陈')).toEqual([['p-changsha', '2023-05']])
    expect(await queued('小邓')).toEqual([])
    expect(await queued('省平台')).toEqual([])
    expect((await as('老周').refused('queue', { cursor: null })).code).toBe('NOT_ALLOWED')
    const opened = await as('小陈').call('filing', { ...reviewed, version: null })
    expect(opened).toMatchObject({
      mayDecide: true,
      characters: null,
      content: { kind: 'monthly', monthly: { figures: may.figures } },
    })
    expect((await as('省平台').call('filing', { ...reviewed, version: null })).mayDecide).toBe(false)
  })

  it('counts once it is approved, at once in the progress; the same decision again is a repeat', async () => {
    const approved = await as('小陈').call('signOff', approve)
    expect(approved).toMatchObject({ state: 'approved', version: 1 })
    expect(await as('小陈').call('signOff', approve)).toEqual(approved)
    expect(await counted('2023-05')).toMatchObject({ figures: { registrations: 30, onlineTransactions: 12 } })
    const { approved: tally } = await standing('老周').call('progress', { platformId: 'p-changsha' })
    expect(tally.facts.registrations).toEqual({ sum: 30_000_000 })
    expect((await as('小陈').call('queue', { cursor: null })).waiting).toBe(0)
  })

  it('is replaced before the due time without a reason; the approved figures count until the new ones are decided on', async () => {
    at('2023-06-05T15:00:00Z')
    const replaced = await as('老周').call('fileMonthly', {
      ...may,
      figures: withRegistrations(35),
      replaces: 1,
    })
    expect(replaced).toMatchObject({
      state: 'filed',
      version: 2,
      late: false,
      filedAt: '2023-06-02T02:00:00.000Z',
    })
    expect(await counted('2023-05')).toMatchObject({ figures: { registrations: 30 } })
  })

  it('asks for a reason after the due time, and stays in time when corrected', async () => {
    at('2023-06-20T02:00:00Z')
    const corrected = { ...may, figures: withRegistrations(36), replaces: 2 }
    expect((await as('老周').refused('fileMonthly', corrected)).code).toBe('REASON_REQUIRED')
    const filed = await as('老周').call('fileMonthly', { ...corrected, reason: '漏了 1 家' })
    expect(filed).toMatchObject({ version: 3, late: false, filedAt: '2023-06-02T02:00:00.000Z' })
    await as('小陈').call('signOff', { ...approve, version: 3 })
    expect(await counted('2023-05')).toMatchObject({ figures: { registrations: 36 } })
  })

  it('stops counting when the approval is taken back, but stays filed in time', async () => {
    at('2023-06-21T02:00:00Z')
    const back = await as('小陈').call('signOff', { ...refuse, version: 3 })
    expect(back).toMatchObject({ state: 'refused', refusedBecause: refuse.reason, late: false })
    // The version approved before it stands again.
    expect(await counted('2023-05')).toMatchObject({
      filed_at: new Date('2023-06-02T02:00:00Z'),
      figures: { registrations: 30 },
    })
    expect((await as('小陈').refused('signOff', { ...approve, version: 3 })).code).toBe('STATE_NOT_POSSIBLE')
  })

  it('keeps every version and decision, and audits each', async () => {
    const { versions, signOffs } = await as('阿丽').call('filing', { ...reviewed, version: null })
    expect(versions.map(({ version, by, reason }) => [version, by, reason])).toEqual([
      [1, '老周', ''],
      [2, '老周', ''],
      [3, '老周', '漏了 1 家'],
    ])
    expect(signOffs.map(({ version, decision, by }) => [version, decision, by])).toEqual([
      [1, 'approve', '小陈'],
      [3, 'approve', '小陈'],
      [3, 'refuse', '小陈'],
    ])
    const first = await as('阿丽').call('filing', { ...reviewed, version: 1 })
    expect(first.content).toEqual({ kind: 'monthly', monthly: { figures: may.figures, remark: '' } })
    expect(
      (await audited('p-changsha/monthly/2023-05')).map(({ action, revision, to_state }) => [
        action,
        revision,
        to_state,
      ]),
    ).toEqual([
      ['filings.file', 1, 'filed'],
      ['filings.signOff', 1, 'approved'],
      ['filings.file', 2, 'filed'],
      ['filings.file', 3, 'filed'],
      ['filings.signOff', 3, 'approved'],
      ['filings.signOff', 3, 'refused'],
    ])
    for (const table of ['filings', 'filing_sign_offs'] as const) {
      await expect(database.deleteFrom(table).execute()).rejects.toThrow('append-only')
    }
  })
})

describe('late reports', () => {
  it('are accepted and counted once each, in the card too', async () => {
    at('2023-05-06T02:00:00Z')
    const april = { ...may, month: '2023-04' }
    expect(await as('老周').call('fileMonthly', april)).toMatchObject({ late: true, state: 'filed' })
    await as('老周').call('fileMonthly', {
      ...april,
      figures: withRegistrations(9),
      replaces: 1,
      reason: '更正',
    })
    const { filings, lateOrMissing } = await as('老周').call('due', {
      platformId: 'p-changsha',
      year: '2023',
    })
    expect(filings.find(({ period }) => period === '2023-04')).toMatchObject({
      late: true,
      filedAt: '2023-05-06T02:00:00.000Z',
    })
    expect(lateOrMissing).toBe(4)
    at('2023-06-20T02:00:00Z')
    await evaluate('省平台').call('run', { period: '2023-05' })
    const { approved } = await standing('老周').call('progress', { platformId: 'p-changsha' })
    // January to April; May was filed in time.
    expect(approved.facts.lateOrMissingReports).toEqual({ sum: 4_000_000 })
  })

  it('are those sent back in time and not filed again by then; filed again in time they are not', async () => {
    const june = { ...may, month: '2023-06' }
    const decision = { ...refuse, period: '2023-06' }
    at('2023-07-03T02:00:00Z')
    await as('老周').call('fileMonthly', june)
    at('2023-07-04T02:00:00Z')
    expect(await as('小陈').call('signOff', decision)).toMatchObject({
      state: 'refused',
      filedAt: null,
      late: false,
    })
    expect((await counted('2023-06'))?.filed_at).toBeNull()
    at('2023-07-05T16:00:01Z')
    expect(
      (await as('老周').call('monthly', { platformId: 'p-changsha', month: '2023-06' })).status.late,
    ).toBe(true)
    const again = await as('老周').call('fileMonthly', {
      ...june,
      replaces: 1,
      reason: '已更正',
      figures: withRegistrations(8),
    })
    expect(again).toMatchObject({ late: true, filedAt: '2023-07-05T16:00:01.000Z', version: 2 })
  })

  it('prefill the next month with the figures and sources of the one before', async () => {
    at('2023-08-02T02:00:00Z')
    const { figures } = await as('老周').call('monthly', { platformId: 'p-changsha', month: '2023-07' })
    expect(figures[0]).toMatchObject({ filed: null, last: { value: 8, source: '湘企融后台导出' } })
  })
})

describe('two at once', () => {
  it('make one version: the other is refused or is the same filing', async () => {
    at('2023-08-02T02:00:00Z')
    const july = { ...may, month: '2023-07' }
    const outcomes = await Promise.allSettled([
      as('老周').call('fileMonthly', july),
      as('老周').call('fileMonthly', { ...july, figures: withRegistrations(99) }),
      as('老周').call('fileMonthly', july),
    ])
    const { versions } = await as('老周').call('filing', { ...reviewed, period: '2023-07', version: null })
    expect(versions).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('REVISION_CONFLICT')
    }
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  })
})
