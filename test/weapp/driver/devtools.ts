/**
 * WeChat DevTools' phone: one for all names, so each picking up begins by emptying it, and tests hold one at a time.
 * DevTools signs in one person only; so a stand-in of wx.cloud in the app asks the local host as whoever is wanted.
 */
import { built } from './built'
import { automator, type Program } from './client'
import { devtoolsProject } from './devtools-project'
import type { Hand, PickUp } from './types'

export async function pickUpDevtools({ person, functions, app, opened, offline }: PickUp): Promise<Hand> {
  const projectPath = devtoolsProject(app ?? built)
  // Only needed where DevTools is not in its usual place.
  const cliPath = process.env.WECHAT_CLI
  const left: string[] = []
  let online = offline !== true
  const launch = async (page: string | undefined): Promise<Program> => {
    const program = await automator.launch({ projectPath, trustProject: true, cliPath })
    program.on('exception', (thrown: unknown) => left.push(JSON.stringify(thrown)))
    await standIn(program, functions, person)
    await connectApp(program, online)
    // Its first requests went out before the stand-in was there: the first screen asks again who the person is.
    await program.reLaunch('/pages/progress/index')
    if (page !== undefined) await program.reLaunch(page)
    return program
  }
  let program = await launch(undefined)
  // Only another start forgets what the app has read from the storage of the phone before.
  await program.callWxMethod('clearStorage')
  await program.close()
  program = await launch(opened)
  return {
    get program() {
      return program
    },
    async setOnline(given) {
      online = given
      await connectApp(program, given)
    },
    async killAndRelaunch(page) {
      await program.close()
      program = await launch(page)
    },
    sentToScreen: () => Promise.resolve(null),
    badges: () => Promise.resolve(null),
    faults: () => Promise.resolve(left.splice(0)),
    tellsNetwork: false,
    trials: null,
    async putDown() {
      await program.close()
      if (left.length > 0) throw new Error(left.join('; '))
    },
  }
}

/** Gives the app a network, or none. It does not hear of it, but is told when it asks. */
async function connectApp(program: Program, online: boolean): Promise<void> {
  await program.evaluate((given: boolean) => Reflect.set(getApp(), 'testOnline', given), online)
  if (online) await program.restoreWxMethod('getNetworkType')
  else await program.mockWxMethod('getNetworkType', { networkType: 'none' })
}

/** What the official client gives a stand-in of a wx method. */
type Origin = { origin: (given: WechatMiniprogram.DownloadFileOption) => unknown }

/** From now on wx.cloud asks the local host as this person. The function runs inside the app. */
async function standIn(program: Program, functions: string | null, person: string | null): Promise<void> {
  if (functions === null) return
  // The local host's addresses of files begin at its own; the cloud gives whole ones.
  await program.mockWxMethod(
    'downloadFile',
    function (this: Origin, given: WechatMiniprogram.DownloadFileOption, host: string) {
      return this.origin({ filePath: given.filePath, url: host + given.url })
    },
    functions,
  )
  await program.evaluate(
    (url: string, openid: string | null) => {
      const header = openid === null ? {} : { 'x-preview-openid': openid }
      type Asked = { path: string; method: 'POST' | 'PUT'; data: WechatMiniprogram.IAnyObject | ArrayBuffer }
      const ask = ({ path, method, data }: Asked) =>
        new Promise<WechatMiniprogram.IAnyObject>((done, fail) => {
          // WeChat's words when the phone has no network.
          const none = { errMsg: 'cloud.callFunction:fail request:fail', errCode: -601001 }
          if (Reflect.get(getApp(), 'testOnline') === false) return fail(none)
          wx.request<WechatMiniprogram.IAnyObject>({
            url: url + path,
            method,
            header,
            data,
            success: (answer) => done(answer.data),
            fail,
          })
        })
      Reflect.set(wx.cloud, 'callFunction', (call: { name: string; data?: WechatMiniprogram.IAnyObject }) =>
        ask({ path: `/functions/${call.name}`, method: 'POST', data: call.data ?? {} }).then((result) => ({
          result,
        })),
      )
      Reflect.set(wx.cloud, 'uploadFile', (call: { cloudPath: string; filePath: string }) => {
        const name = call.cloudPath.replace(/^.*\//, '').replace(/\.\w+$/, '')
        const data = wx.getFileSystemManager().readFileSync(call.filePath)
        if (typeof data === 'string') return Promise.reject(new Error('not bytes'))
        return ask({ path: `/files/${name}`, method: 'PUT', data }).then(({ fileId }) => ({
          fileID: String(fileId),
          statusCode: 200,
        }))
      })
    },
    functions,
    person,
  )
}
