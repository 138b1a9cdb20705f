/** The function `confirm`: codes of activities, confirmation by enterprises, rating, entry by staff. */
import { confirmContract } from '../../src/shared/contract'
import { serve, type Dependencies, type Main } from '../backend'
import type { CodePicture } from './code-picture'
import { confirm } from './confirm'
import { enter } from './enter'
import { issueCode } from './issue-code'
import { list } from './list'
import { lookUp } from './look-up'
import { mine } from './mine'
import { open } from './open'
import { rate } from './rate'
import { revokeCodes } from './revoke-codes'
import { vouch } from './vouch'

/** `picture` draws the codes: WeChat's in the cloud, QR codes in the local preview. */
export function createFunction(dependencies: Dependencies, picture: CodePicture): Main {
  return serve(
    'confirm',
    confirmContract,
    { issueCode: issueCode(picture), confirm, enter, list, lookUp, mine, open, rate, revokeCodes, vouch },
    dependencies,
  )
}
