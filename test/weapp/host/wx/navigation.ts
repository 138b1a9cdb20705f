/** From page to page. */
import type { RunningApp } from '../app/app'
import type { Fields } from '../values'
import { answeringAll } from './call'

export function navigationMethods(app: RunningApp): Fields {
  const { stack } = app
  const url = (options: Fields) => String(options.url ?? '')
  // Never within the call itself: the page that navigates finishes its own work first.
  const later = <Result>(run: () => Result) =>
    new Promise<Result>((resolve, reject) => {
      app.realm.timers.later(() => {
        try {
          resolve(run())
        } catch (error) {
          reject(error)
        }
      })
    })
  return answeringAll(app, {
    navigateTo: (options) => later(() => stack.navigateTo(url(options))),
    redirectTo: (options) => later(() => stack.redirectTo(url(options))),
    reLaunch: (options) => later(() => stack.reLaunch(url(options))),
    switchTab: (options) => later(() => stack.switchTab(url(options))),
    navigateBack: (options) => later(() => stack.navigateBack(Number(options.delta ?? 1))),
  })
}
