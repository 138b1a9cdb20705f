/** Is there a network. Changes are told by the phone; see Listeners. */
import type { RunningApp } from '../app/app'
import type { Fields } from '../values'
import { answeringAll } from './call'

export function networkMethods(app: RunningApp): Fields {
  return answeringAll(app, {
    getNetworkType: () => ({ networkType: app.phone.online ? 'wifi' : 'none', hasSystemProxy: false }),
  })
}
