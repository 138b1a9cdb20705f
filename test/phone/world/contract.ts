/** What the fake server needs of the contract. */
export { errors, type ErrorCode, type PushResult } from '../../../src/shared/contract'
export type { ServerState } from '../../../src/shared/records'
