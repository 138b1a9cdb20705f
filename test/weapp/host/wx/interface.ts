/** What WeChat draws over the pages. Toasts are kept, modals and sheets wait for an answer. */
import type { RunningApp } from '../app/app'
import { isList, type Fields } from '../values'
import { answeringAll, Refused } from './call'

export function interfaceMethods(app: RunningApp): Fields {
  const { screen } = app.phone
  const onTabs = () => {
    if (!app.files.isTab(app.stack.top?.route ?? '')) throw new Refused('not TabBar page')
  }
  const badge = (options: Fields, text: string | null) => {
    onTabs()
    if (text === null) screen.badges.delete(Number(options.index))
    else screen.badges.set(Number(options.index), text)
  }
  return {
    ...answeringAll(app, {
      showToast: (options) => void screen.toasts.push(String(options.title ?? '')),
      hideToast: () => undefined,
      showLoading: (options) => void (screen.loading = String(options.title ?? '')),
      hideLoading: () => void (screen.loading = null),
      showModal: (options) => screen.ask('modal', options),
      showActionSheet: async (options) => {
        if (!isList(options.itemList) || options.itemList.length > 6)
          throw new Refused('itemList should be 1 to 6 texts')
        const { tapIndex } = await screen.ask('sheet', options)
        if (tapIndex === undefined) throw new Refused('cancel')
        return { tapIndex }
      },
      setNavigationBarTitle: (options) => void (screen.title = String(options.title ?? '')),
      setNavigationBarColor: () => undefined,
      showNavigationBarLoading: () => undefined,
      hideNavigationBarLoading: () => undefined,
      setTabBarBadge: (options) => badge(options, String(options.text)),
      removeTabBarBadge: (options) => badge(options, null),
      showTabBarRedDot: (options) => badge(options, ''),
      hideTabBarRedDot: (options) => badge(options, null),
      pageScrollTo: () => undefined,
      startPullDownRefresh: () => void app.stack.top?.call('onPullDownRefresh'),
      stopPullDownRefresh: () => undefined,
      hideKeyboard: () => undefined,
      setClipboardData: (options) => void (screen.clipboard = String(options.data ?? '')),
      getClipboardData: () => ({ data: screen.clipboard }),
      vibrateShort: () => undefined,
      setKeepScreenOn: () => undefined,
      setScreenBrightness: () => undefined,
      getScreenBrightness: () => ({ value: 0.5 }),
      hideShareMenu: () => undefined,
      showShareMenu: () => undefined,
    }),
    nextTick: (run: unknown) => app.realm.timers.later(() => typeof run === 'function' && run()),
  }
}
