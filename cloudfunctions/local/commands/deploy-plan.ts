/** What a deployment does, made from the functions' own config.json and the environment; nothing is done here. */
import { z } from 'zod'
import { databaseSettings, type DatabaseSettings } from '../../backend'
import type { FunctionConfig } from '../functions'
import { ownerSettings } from './owner-settings'
import { environmentOf, UsageError } from './usage'

type Variables = Record<string, string | undefined>

/** CloudBase's own command line, run without being installed here. */
const CLI = '@cloudbase/cli@2.12.10'
/** A function keeps the runtime that it was made with; another one needs it removed and made anew. */
const RUNTIME = 'Nodejs20.19'
const MASK = '***'

const network = z.object({
  VPC_ID: z.string().regex(/^vpc-\w+$/),
  SUBNET_ID: z.string().regex(/^subnet-\w+$/),
})

/** As the function `filings` reads them. */
const templateId = z.string().regex(/^[\w-]{10,100}$/)
const templates = z.object({
  REMINDER_TEMPLATE_ID: templateId.optional(),
  DECISION_TEMPLATE_ID: templateId.optional(),
})

export type DeployPlan = {
  environment: string
  /** How the migrations reach the database: often another address and user than the functions have. */
  migrations: DatabaseSettings
  /** `cloudbaserc.json`. Holds the password. */
  config: object
  /** The same without. */
  shown: object
  /** Names of the functions, in the order in which they are deployed. */
  names: readonly string[]
  /** Arguments of npm that deploy one function, to be run beside that file. */
  command: (name: string) => readonly string[]
}

/**
 * `PGHOST`, `PGUSER`, `PGPASSWORD`, `PGDATABASE` (and `PGPORT`, `PGSSL`, `PGPOOL_MAX`) are given to the functions, as
 * are the ids of message templates; `MIGRATE_PGHOST`, `MIGRATE_PGUSER` and so on stand in for them where the
 * migrations need others. Throws UsageError that names what is missing, never a value.
 */
export function deployPlan(
  given: string | undefined,
  functions: ReadonlyMap<string, FunctionConfig>,
  variables: Variables,
): DeployPlan {
  const environment = environmentOf(given)
  const settings = settingsOf(databaseSettings, variables, '')
  const migrations = settingsOf(ownerSettings, variables, ' of the migrations')
  const vpc = network.safeParse(variables)
  if (!vpc.success)
    throw new UsageError(`missing or wrong: ${namesOf(vpc.error)} (the network of the database)`)
  const make = (password: string) => ({
    version: '2.0',
    envId: environment,
    functionRoot: './cloudfunctions',
    functions: [...functions].map(([name, { timeout, memorySize, triggers }]) => ({
      name,
      handler: 'index.main',
      runtime: RUNTIME,
      timeout,
      memorySize,
      installDependency: true,
      vpc: { vpcId: vpc.data.VPC_ID, subnetId: vpc.data.SUBNET_ID },
      envVariables: { ...asText(settings), PGPASSWORD: password, ...templatesOf(variables) },
      triggers,
    })),
  })
  return {
    environment,
    migrations,
    config: make(settings.PGPASSWORD),
    shown: make(MASK),
    names: [...functions.keys()],
    command: (name) =>
      `exec --yes --package=${CLI} -- tcb fn deploy ${name} --force --yes -e ${environment}`.split(' '),
  }
}

function settingsOf(read: typeof databaseSettings, variables: Variables, of: string): DatabaseSettings {
  try {
    return read(variables)
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'bad settings'}${of}`)
  }
}

function templatesOf(variables: Variables): Record<string, string> {
  const given = templates.safeParse(variables)
  if (!given.success) throw new UsageError(`wrong: ${namesOf(given.error)} (id of a message template)`)
  return Object.fromEntries(Object.entries(given.data).filter(([, value]) => value !== undefined))
}

const asText = (settings: DatabaseSettings): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))

function namesOf(error: z.ZodError): string {
  return [...new Set(error.issues.map(({ path }) => path.join('.')))].join(', ')
}
