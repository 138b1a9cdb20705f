/** The one phone that the screens stand on: every part put together with the machine below. */
import { makeAsk, makeUseAsk } from './ask'
import { makeConfirmations } from './confirmations'
import { makePlatform } from './platform'
import { makeSession } from './session'
import { makeKeep } from './storage'
import { useStore } from './store'
import { makeCall, parseAnswer } from './transport'

const platform = makePlatform()
const keep = makeKeep(platform.storage)

/** Calls an action of a cloud function; throws Refusal or NetworkFailure. */
export const call = makeCall(platform.send, platform.timers)
export const session = makeSession(call, keep, platform.timers.now)
/** Confirmations of participation; kept ones go out when the network or the person comes back. */
export const confirmations = makeConfirmations(call, session.bindEnterprise, keep, platform.timers.now)
platform.network.onChange((online) => online && void confirmations.send())
platform.life.onShow(() => void confirmations.send())
/** A question to the server as a hook, with the last answer kept for offline. */
export const useAsk = makeUseAsk(makeAsk(call, keep, platform.timers.now, parseAnswer))
/** The example people of the web preview; null in WeChat. */
export const previewPeople = platform.preview
export const location = platform.location
export const copyText = platform.copyText

export const useSession = () => useStore(session.store)
export const useStorageHealth = () => useStore(keep.health)
