/** jest's environment of a test file that has a database: starts it before, and takes it away after. */
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment'
import ZonedEnvironment from '../../zoned-environment'
import { startPglite, startPostgresql, type TestServer } from './servers'

export default class DatabaseEnvironment extends ZonedEnvironment {
  private readonly server: unknown
  private running: TestServer | null = null

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context)
    this.server = config.projectConfig.testEnvironmentOptions.server
  }

  override async setup(): Promise<void> {
    await super.setup()
    const url = process.env.TEST_DATABASE_URL
    this.running =
      this.server === 'postgresql' && url !== undefined ? await startPostgresql(url) : await startPglite()
    Object.assign(this.global.process.env, this.running.variables, { TEST_SERVER: String(this.server) })
  }

  override async teardown(): Promise<void> {
    await this.running?.close()
    await super.teardown()
  }
}
