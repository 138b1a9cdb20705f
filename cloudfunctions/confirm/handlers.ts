/** The actions of `confirm`, each in a file of its own. */
import type { ActionName } from '../../src/shared/contract'
import type { Served } from '../backend'
import type { CodePicture } from './code-picture'
import { confirm } from './confirm'
import { enter } from './enter'
import { issueCode } from './issue-code'
import { list } from './list'
import { lookUp } from './look-up'
import { mine } from './mine'
import { open } from './open'
import { rate } from './rate'

/** `picture` draws the codes: WeChat's in the cloud, QR codes in the local preview. */
export function confirmHandlers(picture: CodePicture): Record<ActionName<'confirm'>, Served> {
  return { issueCode: issueCode(picture), open, confirm, rate, enter, list, mine, lookUp }
}
