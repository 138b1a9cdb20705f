/** Tool.*: what the client asks of the tool around the app, and what a person does outside of the pages. */
import { z } from 'zod'
import { SDK_VERSION } from '../wx/system'
import { runningApp, type Method, type Session } from './session'

const nativeSchema = z.object({ method: z.string(), data: z.unknown().optional() })
const tabSchema = z.object({ url: z.string() })

export function toolMethods(session: Session): Record<string, Method> {
  const { screen } = session.phone
  const native: Record<string, (data: unknown) => void> = {
    confirmModal: () => screen.answer('modal', { confirm: true, cancel: false, content: null }),
    cancelModal: () => screen.answer('modal', { confirm: false, cancel: true, content: null }),
    switchTab: (data) => runningApp(session).stack.switchTab(tabSchema.parse(data).url),
    goHome: () => runningApp(session).hide(),
    navigateLeft: () => runningApp(session).stack.navigateBack(1),
  }
  return {
    'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION }),
    'Tool.native': (params) => {
      const { method, data } = nativeSchema.parse(params)
      const run = native[method]
      if (!run) throw new Error(`this host lacks Tool.native ${method}`)
      run(data)
    },
    // It answers first.
    'Tool.close': () => void setTimeout(session.close),
  }
}
