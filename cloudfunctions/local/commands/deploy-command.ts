/** `npm run deploy`: the migrations, then the functions. With `--dry-run` it says what it would do and does nothing. */
import type { DatabaseSettings } from '../../backend'
import type { FunctionConfig } from '../functions'
import { HostFault } from '../fault'
import { deployPlan, type DeployPlan } from './deploy-plan'
import { readOptions, UsageError } from './usage'

/** What the command needs of the world. */
export interface DeployWorld {
  readonly variables: Record<string, string | undefined>
  /** Builds what is stale; the functions that there are then. */
  readonly functions: () => Promise<ReadonlyMap<string, FunctionConfig>>
  readonly migrationNames: () => Promise<string[]>
  /** Names of those applied now. */
  readonly migrate: (settings: DatabaseSettings) => Promise<string[]>
  /** Runs npm beside a cloudbaserc.json that is there only meanwhile; its exit code. */
  readonly runBeside: (config: string, command: readonly string[]) => Promise<number>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

const help = `Deploys migrations and functions to a CloudBase environment.

  npm run deploy -- --env ENV [--dry-run]

  --env ENV   id of the environment
  --dry-run   shows what would be done; needs neither network nor account

Variables: PGHOST, PGUSER, PGPASSWORD, PGDATABASE, VPC_ID, SUBNET_ID; optional PGPORT, PGSSL, PGPOOL_MAX,
REMINDER_TEMPLATE_ID, DECISION_TEMPLATE_ID, and MIGRATE_PGHOST, MIGRATE_PGUSER, … where the migrations need others.
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
  { environment, migrations, shown, command }: DeployPlan,
  world: DeployWorld,
): Promise<number> {
  const { PGUSER, PGHOST, PGPORT, PGDATABASE } = migrations
  world.out(
    [
      `Deployment to ${environment}: a dry run, nothing is done.`,
      '',
      `1. Migrations of ${PGDATABASE} at ${PGHOST}:${PGPORT} as ${PGUSER}; those not yet applied of`,
      ...(await world.migrationNames()).map((name) => `   ${name}`),
      '',
      '2. dist/cloudbaserc.json, removed afterwards:',
      JSON.stringify(shown, null, 2).replace(/^/gm, '   '),
      '',
      '3. In dist:',
      `   npm ${command.join(' ')}`,
    ].join('\n'),
  )
  return 0
}

async function carryOut({ migrations, config, command }: DeployPlan, world: DeployWorld): Promise<number> {
  let applied: string[]
  try {
    applied = await world.migrate(migrations)
  } catch (error) {
    world.error(`the migrations failed, nothing was deployed: ${error instanceof Error ? error.message : ''}`)
    return 1
  }
  world.out(applied.length === 0 ? 'the database is up to date' : `applied ${applied.join(', ')}`)
  const code = await world.runBeside(JSON.stringify(config), command)
  if (code !== 0) world.error('the functions were not all deployed: see above, then run the same again')
  return code === 0 ? 0 : 1
}
