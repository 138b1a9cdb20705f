/** The phone of our own host. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { overBudget } from './budgets'
import { built } from './built'
import { automator, type Program } from './client'
import { hostFor } from './host-process'
import { MEASURED, setDataSchema } from './measured'
import type { Hand, PickUp } from './types'

const screenSchema = z.object({
  faults: z.array(z.string()),
  toasts: z.array(z.string()),
  badges: z.array(z.tuple([z.number(), z.string()])),
})
const networkSchema = z.object({ onTheWay: z.number() })

export async function pickUpHeadless({
  name,
  person,
  functions,
  app,
  opened,
  offline,
}: PickUp): Promise<Hand> {
  const host = await hostFor(app ?? built, functions)
  const phone = `${host}/phones/${name}`
  const signedIn: Record<string, string> = person === null ? {} : { person }
  const connect = (page?: string): Promise<Program> => {
    const query = new URLSearchParams({ ...signedIn, ...(page === undefined ? {} : { opened: page }) })
    return automator.connect({ wsEndpoint: `ws://${phone}?${query.toString()}` })
  }
  const ask = async (what: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(
      `http://${phone}/${what}?${new URLSearchParams(signedIn).toString()}`,
      body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) },
    )
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const sentToScreen = async () => setDataSchema.parse(await ask('set-data'))
  let seen = 0
  const faults = async () => {
    const all = screenSchema.parse(await ask('screen')).faults
    const fresh = all.slice(seen)
    seen = all.length
    return fresh
  }
  if (offline) await ask('network', { online: false })
  let program = await connect(opened)
  return {
    get program() {
      return program
    },
    setOnline: async (online) => void (await ask('network', { online })),
    async killAndRelaunch(page) {
      await ask('kill', {})
      program.disconnect()
      program = await connect(page)
    },
    sentToScreen,
    badges: async () => new Map(screenSchema.parse(await ask('screen')).badges),
    faults,
    tellsNetwork: true,
    trials: {
      spoilNetwork: async (share, seed) => void (await ask('network', { spoilt: { share, seed } })),
      onTheWay: async () => networkSchema.parse(await ask('network')).onTheWay,
      doom: async (how) => void (await ask('fate', how)),
      comeBack: async () => void (await ask('show', {})),
      told: async () => screenSchema.parse(await ask('screen')).toasts,
    },
    async putDown() {
      const log = await sentToScreen()
      const left = await faults()
      await ask('kill', {})
      program.disconnect()
      if (app === undefined) {
        mkdirSync(MEASURED, { recursive: true })
        writeFileSync(join(MEASURED, `${name}.json`), JSON.stringify(log))
      }
      const wrong = [...left, ...overBudget(log)]
      if (wrong.length > 0) throw new Error(`${name}: ${wrong.join('; ')}`)
    },
  }
}
