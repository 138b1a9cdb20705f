/** What a deployed function stands on. Made once an instance, outside of the handler, so that calls share the pool. */
import { connect, databaseSettings } from './database'
import { wechatIdentity } from './wechat-identity'
import { writeToConsole, type Dependencies } from './serve'

/** Throws when the environment variables of the database are missing or wrong. */
export function production(): Dependencies {
  return {
    database: connect(databaseSettings(process.env)),
    clock: () => new Date(),
    identity: wechatIdentity,
    log: writeToConsole,
  }
}
