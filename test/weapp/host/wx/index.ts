/** The `wx` that scripts see: what this host can do, and for every other name of WeChat an error with that name. */
import type { RunningApp } from '../app/app'
import type { Fields } from '../values'
import { cloudMethods } from './cloud'
import { documentMethods } from './documents'
import { fileMethods } from './files'
import { interfaceMethods } from './interface'
import { lackingMethod } from './lacking'
import { locationMethods } from './location'
import { mediaMethods } from './media'
import { wxNames } from './names'
import { navigationMethods } from './navigation'
import { networkMethods } from './network'
import { personMethods } from './person'
import { requestMethods } from './request'
import { makeSelectorQuery } from './selector-query'
import { storageMethods } from './storage'
import { systemMethods } from './system'

export function makeWx(app: RunningApp): object {
  const known: Fields = {
    ...app.listeners.methods(),
    ...cloudMethods(app),
    ...documentMethods(app),
    ...fileMethods(app),
    ...interfaceMethods(app),
    ...locationMethods(app),
    ...mediaMethods(app),
    ...navigationMethods(app),
    ...networkMethods(app),
    ...personMethods(app),
    ...(app.phone.mayRequest ? requestMethods(app) : {}),
    ...storageMethods(app),
    ...systemMethods(app),
    createSelectorQuery: () => makeSelectorQuery(app, null),
  }
  const lacking = [...wxNames()].filter((name) => !Object.hasOwn(known, name))
  return app.realm.object({
    ...Object.fromEntries(lacking.map((name) => [name, lackingMethod(app, `wx.${name}`)])),
    ...known,
  })
}
