/**
 * WeChat DevTools' phone: one for all names, so each test begins by emptying it. Functions of the local host are reached by putting
 * a stand-in of wx.cloud into the app, since DevTools signs in one person only.
 */
import { project } from './built'
import { automator, type Program } from './client'
import type { Hand, PickUp } from './types'

export async function pickUpDevtools({ person, functions, app, opened }: PickUp): Promise<Hand> {
  const projectPath = app ?? project
  const left: string[] = []
  let online = true
  const launch = async (page: string | undefined): Promise<Program> => {
    const program = await automator.launch({ projectPath, trustProject: true })
    program.on('exception', (thrown: unknown) => left.push(JSON.stringify(thrown)))
    await standIn(program, functions, person)
    await program.evaluate((given: boolean) => Reflect.set(wx, 'testOnline', given), online)
    // Its first requests went out before the stand-in was there.
    await program.reLaunch(page ?? '/pages/progress/index')
    return program
  }
  let program = await launch(undefined)
  await program.callWxMethod('clearStorage')
  if (opened !== undefined) await program.reLaunch(opened)
  return {
    get program() {
      return program
    },
    async setOnline(given) {
      online = given
      await program.evaluate((value: boolean) => Reflect.set(wx, 'testOnline', value), given)
      if (given) await program.restoreWxMethod('getNetworkType')
      else await program.mockWxMethod('getNetworkType', { networkType: 'none' })
    },
    async killAndRelaunch(page) {
      await program.close()
      program = await launch(page)
    },
    sentToScreen: () => Promise.resolve(null),
    faults: () => Promise.resolve(left.splice(0)),
    async putDown() {
      await program.close()
      if (left.length > 0) throw new Error(left.join('; '))
    },
  }
}

/** From now on wx.cloud asks the local host as this person. */
async function standIn(program: Program, functions: string | null, person: string | null): Promise<void> {
  if (functions === null) return
  await program.evaluate(
    (url: string, openid: string | null) => {
      const ask = (path: string, data: WechatMiniprogram.IAnyObject) =>
        new Promise((done, fail) => {
          if (Reflect.get(wx, 'testOnline') === false) return fail(new Error('request:fail'))
          wx.request({
            url: url + path,
            method: 'POST',
            header: openid === null ? {} : { 'x-preview-openid': openid },
            data,
            success: ({ data: result }) => done({ result }),
            fail,
          })
        })
      Reflect.set(wx.cloud, 'callFunction', (call: { name: string; data?: WechatMiniprogram.IAnyObject }) =>
        ask(`/functions/${call.name}`, call.data ?? {}),
      )
    },
    functions,
    person,
  )
}
