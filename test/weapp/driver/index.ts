/**
 * The phone that a test holds in its hand, and the world around it. Tests drive the app by the official client alone;
 * what no client can do (cut the network, kill the process) each of the two hosts does in its own way.
 */
import { pickUpDevtools } from './devtools'
import { pickUpHeadless } from './headless'
import { endHosts } from './host-process'
import type { Hand, PickUp } from './types'

export type { Hand, PickUp, SetData, Trials } from './types'
export { eventually, isDeath, settled } from './eventually'
export type { Found, OpenPage, Program } from './client'

export const pickUp = (wishes: PickUp): Promise<Hand> =>
  process.env.WEAPP_HOST === 'devtools' ? pickUpDevtools(wishes) : pickUpHeadless(wishes)

/** Whether an app can be made to die, and its network to be bad, on demand. */
export const hasTrials = process.env.WEAPP_HOST !== 'devtools'

afterAll(endHosts)
