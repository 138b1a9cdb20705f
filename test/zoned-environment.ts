/** jest's environment of tests that run as if the machine stood in another time zone: `zone` of its options, `Asia/Shanghai` for instance. */
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment'
import { TestEnvironment } from 'jest-environment-node'

/** Puts the whole process into a zone; gives how to put it back. A worker runs files of other projects afterwards. */
export function standIn(zone: unknown): () => void {
  const before = process.env.TZ
  if (typeof zone === 'string') process.env.TZ = zone
  return () => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

export default class ZonedEnvironment extends TestEnvironment {
  private readonly zone: unknown
  private goBack = () => {}

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context)
    this.zone = config.projectConfig.testEnvironmentOptions.zone
  }

  override async setup(): Promise<void> {
    await super.setup()
    this.goBack = standIn(this.zone)
    Object.assign(this.global.process.env, { TEST_ZONE: this.zone })
  }

  override async teardown(): Promise<void> {
    this.goBack()
    await super.teardown()
  }
}
