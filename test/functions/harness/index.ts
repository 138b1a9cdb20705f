/**
 * What the tests of the functions stand on: a migrated database with people in it, a clock, and functions
 * called as somebody. `const { as, clock, database } = world(create)` at the top of a test file.
 */
import {
  connect,
  databaseSettings,
  type Database,
  type Dependencies,
  type LogLine,
  type Main,
} from '../../../cloudfunctions/backend'
import {
  contract,
  failureSchema,
  type ActionName,
  type FunctionContract,
  type FunctionName,
  type Input,
  type Output,
} from '../../../src/shared/contract'
import { openidOf, seed, type Name } from './people'

export * from './every-function'
export * from './people'
export * from './records'

export type Failed = { code: string; retry: string; message: string; fields: Record<string, string> }

/** A caller of one function. */
export type Caller<F extends FunctionName> = {
  /** Calls and expects success; the answer is parsed by the contract. */
  call: <A extends ActionName<F>>(action: A, input: Input<F, A>) => Promise<Output<F, A>>
  /** Calls and expects a refusal. Takes any input, since refusals are what wrong input is for. */
  refused: (action: string, input: unknown) => Promise<Failed>
}

export type World = {
  database: Database
  /** The server's time; set `now` to change it. */
  clock: { now: Date }
  /** Log lines written so far. */
  log: LogLine[]
  /** `byTimer`: the calls come from the platform's timer. */
  dependencies: (openid: () => string | null, byTimer?: boolean) => Dependencies
}

/** Connects to this test file's database, fills it before the tests and closes it after them. */
export function world(): World {
  const database = connect(databaseSettings({ ...process.env, PGPOOL_MAX: '12' }))
  const clock = { now: new Date('2023-06-20T02:00:00Z') }
  const log: LogLine[] = []
  beforeAll(() => seed(database, new Date('2023-01-01T00:00:00Z')))
  afterAll(() => database.destroy())
  return {
    database,
    clock,
    log,
    dependencies: (openid, byTimer = false) => ({
      database,
      clock: () => clock.now,
      identity: () => ({ openid: openid(), byTimer }),
      log: (line) => log.push(line),
    }),
  }
}

/** `as('阿丽')` calls the function as 阿丽; any other text is taken as an openid, null as a call without one. */
export function host<F extends FunctionName>(
  { dependencies }: World,
  name: F,
  create: (dependencies: Dependencies) => Main,
): (who: Name | { openid: string | null }) => Caller<F> {
  let openid: string | null = null
  // The wrapper asks for the identity before its first await, so concurrent callers are kept apart.
  const main = create(dependencies(() => openid))
  const actions: FunctionContract = contract[name]
  return (who) => {
    const ask = (action: string, input: unknown) => {
      openid = typeof who === 'string' ? openidOf(who) : who.openid
      return main({ action, input })
    }
    return {
      call: async <A extends ActionName<F>>(action: A, input: Input<F, A>) => {
        const answer = await ask(action, input)
        if (!answer.ok) throw new Error(`${name}.${action} refused: ${JSON.stringify(answer.error)}`)
        const schema = actions[action]
        if (!schema) throw new Error(`no action ${name}.${action}`)
        return schema.output.parse(answer.data) as Output<F, A>
      },
      refused: async (action, input) => {
        const answer = await ask(action, input)
        if (answer.ok) throw new Error(`${name}.${action} was not refused`)
        const { code, retry, message, fields = {} } = failureSchema.parse(answer).error
        return { code, retry, message, fields }
      },
    }
  }
}
