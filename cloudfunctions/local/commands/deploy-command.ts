/** `npm run deploy`: the migrations, then the functions. With `--dry-run` it says what it would do and does nothing. */
import type { DatabaseSettings } from '../../backend'
import type { FunctionConfig } from '../functions'
import { HostFault } from '../fault'
import { isDeployed } from './cloudbase-words'
import { deployPlan, type DeployPlan } from './deploy-plan'
import type { Ran } from './run-npm'
import { readOptions, UsageError } from './usage'

/** What the command needs of the world. */
export interface DeployWorld {
  readonly variables: Record<string, string | undefined>
  /** Builds what is stale; the functions that there are then. */
  readonly functions: () => Promise<ReadonlyMap<string, FunctionConfig>>
  readonly migrationNames: () => Promise<string[]>
  /** Names of those applied now. */
  readonly migrate: (settings: DatabaseSettings) => Promise<string[]>
  /** Runs npm beside a cloudbaserc.json that is there only meanwhile. */
  readonly runBeside: (config: string, command: readonly string[]) => Promise<Ran>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

const help = `Deploys migrations and functions to a CloudBase environment.

  npm run deploy -- --env ENV [--dry-run]

  --env ENV   id of the environment
  --dry-run   shows what would be done; needs neither network nor account

Variables: PGHOST, PGUSER, PGPASSWORD, PGDATABASE, VPC_ID, SUBNET_ID; optional PGPORT, PGSSL, PGPOOL_MAX,
REMINDER_TEMPLATE_ID, DECISION_TEMPLATE_ID, and MIGRATE_PGHOST, MIGRATE_PGUSER, … where the migrations need others
(MIGRATE_PGSSL is 'require' for a public MIGRATE_PGHOST unless it is given).
cloudfunctions/DEPLOY.md says where to find them.`

/** Exit code: 0 done, 1 failed on the way, 2 asked for wrongly. */
export async function deploy(argv: readonly string[], world: DeployWorld): Promise<number> {
  try {
    const options = readOptions(argv, {
      env: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    })
    if (options.help) {
      world.out(help)
      return 0
    }
    const plan = deployPlan(options.env, await world.functions(), world.variables)
    return options['dry-run'] ? await show(plan, world) : await carryOut(plan, world)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof HostFault)) throw error
    world.error(error.message)
    return 2
  }
}

async function show(
  { environment, migrations, shown, names, command }: DeployPlan,
  world: DeployWorld,
): Promise<number> {
  const { PGUSER, PGHOST, PGPORT, PGDATABASE } = migrations
  world.out(
    [
      `Deployment to ${environment}: a dry run, nothing is done.`,
      '',
      `1. Migrations of ${PGDATABASE} at ${PGHOST}:${PGPORT} as ${PGUSER}. The database is not asked in a dry run:`,
      '   these are all that there are, and those that it has already are left alone.',
      ...(await world.migrationNames()).map((name) => `   ${name}`),
      '',
      '2. dist/cloudbaserc.json, removed afterwards:',
      JSON.stringify(shown, null, 2).replace(/^/gm, '   '),
      '',
      '3. In dist, one after the other, until one fails:',
      ...names.map((name) => `   npm ${command(name).join(' ')}`),
    ].join('\n'),
  )
  return 0
}

async function carryOut(plan: DeployPlan, world: DeployWorld): Promise<number> {
  let applied: string[]
  try {
    applied = await world.migrate(plan.migrations)
  } catch (error) {
    world.error(`the migrations failed, nothing was deployed: ${error instanceof Error ? error.message : ''}`)
    return 1
  }
  world.out(applied.length === 0 ? 'the database is up to date' : `applied ${applied.join(', ')}`)
  const deployed: string[] = []
  for (const name of plan.names) {
    const ran = await world.runBeside(JSON.stringify(plan.config), plan.command(name))
    if (!isDeployed(name, ran)) {
      world.error(brokenOff(name, deployed, plan.names.slice(deployed.length + 1)))
      return 1
    }
    deployed.push(name)
  }
  world.out(`deployed ${deployed.join(', ')}`)
  return 0
}

function brokenOff(failed: string, deployed: readonly string[], left: readonly string[]): string {
  const list = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '))
  return [
    `the function ${failed} was not deployed: see above`,
    `deployed before it: ${list(deployed)}; not tried: ${list(left)}`,
    'when the cause is mended, run the same again: migrations and functions that are there already take no harm',
  ].join('\n')
}
