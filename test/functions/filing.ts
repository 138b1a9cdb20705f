/** What the tests of filings add: the function with messages that are caught, and people whom the cast lacks. */
import { grantMembership, transact, whoIs } from '../../cloudfunctions/backend'
import { createFunction } from '../../cloudfunctions/filings/create-function'
import type { Message, Templates } from '../../cloudfunctions/filings/messages'
import type { Role } from '../../src/shared/contract'
import { evaluatedWorld } from './evaluating'
import { host } from './harness'

export function filingWorld() {
  const evaluated = evaluatedWorld()
  const { everything, database } = evaluated
  const templates: Templates = { reminder: null, decision: null }
  const sent: Message[] = []
  /** What the next messages end with; null = WeChat takes them. */
  const wechat: { error: unknown } = { error: null }
  const messages = {
    templates,
    send: async (message: Message) => {
      if (wechat.error !== null) throw wechat.error
      sent.push(message)
    },
  }
  const create = (dependencies: Parameters<typeof createFunction>[0]) =>
    createFunction(dependencies, messages)
  /** Makes somebody a member; gives how to call as them. */
  async function join(openid: string, role: Role, of: { platformId?: string; areaCode?: string }) {
    const { person } = await whoIs(database, openid)
    await transact(database, (trx) =>
      grantMembership(trx, {
        personId: person.id,
        role,
        platformId: of.platformId ?? null,
        areaCode: of.areaCode ?? null,
        grantedBy: null,
        now: new Date('2023-01-01T00:00:00Z'),
      }),
    )
    return { openid }
  }
  const timer = () =>
    create(everything.dependencies(() => null, true))({ Type: 'Timer', TriggerName: 'remind' })
  return { ...evaluated, as: host(everything, 'filings', create), templates, sent, wechat, join, timer }
}

const source = '湘企融后台导出'
/** The report of May with 30 registrations and 12 transactions, as the manager would file it first. */
export const may = {
  platformId: 'p-changsha',
  month: '2023-05',
  figures: [
    { name: 'registrations', value: 30, source },
    { name: 'onlineTransactions', value: 12, source },
  ],
  remark: '',
  replaces: 0,
  reason: '',
}
export const withRegistrations = (value: number) =>
  may.figures.map((figure) => (figure.name === 'registrations' ? { ...figure, value } : figure))
