/** The app dies at a random write, again and again, over a bad network: nothing that was saved is lost or doubled. */
import fc from 'fast-check'
import { newId } from '../../src/phone/ids'
import type { Fate } from './world/server'
import { fakeStorage, makeWorld, save, settle } from './world'

const fates: Fate[] = ['fine', 'fine', 'fine', 'lost', 'reply-lost', 'captive', 'twice']

describe('a phone that dies', () => {
  it('has every saved record on the server once afterwards, in its last saved version', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        async (livesOfEachRun, chances) => {
          const chance = () => chances.next().value ?? 0
          const world = makeWorld()
          world.server.fate = ({ action }) =>
            action === 'push' ? (fates[Math.floor(chance() * fates.length)] ?? 'fine') : 'fine'
          /** What the person was told is saved. */
          const saved = new Map<string, number>()
          /** What they saved when the app died, since they were told so last: any of it is right. */
          const unsure = new Map<string, number[]>()
          let value = 1
          for (const lives of livesOfEachRun) {
            const storage = fakeStorage(world.storage.content, chance)
            const phone = world.open({ storage })
            await settle()
            storage.lives = lives
            for (let act = 0; act < 8 && !storage.dead(); act += 1) {
              const known = [...saved.keys()]
              const again = chance() < 0.4 ? known[Math.floor(chance() * known.length)] : undefined
              const id = again ?? newId(world.clock.now())
              value += 1
              try {
                save(phone, { attendances: value }, id, '修改')
                saved.set(id, value)
                unsure.delete(id)
              } catch {
                unsure.set(id, [...(unsure.get(id) ?? []), value])
              }
              if (chance() < 0.5) await world.clock.pass(Math.floor(chance() * 3_000))
            }
            await settle()
            await world.clock.pass(1_000)
            // Whatever is left of this run dies before the next begins.
            storage.lives = -1
          }
          world.server.fate = () => 'fine'
          const phone = world.open()
          await world.clock.pass(15 * 60_000)
          expect([...phone.outbox.items.get().values()].map(({ failure }) => failure)).toEqual([])
          for (const [id, attendances] of saved) {
            const payload = world.server.rows.get(id)?.record.payload
            const possible = [attendances, ...(unsure.get(id) ?? [])]
            expect(possible).toContain(payload?.kind === 'activity' ? payload.attendances : undefined)
          }
          for (const id of world.server.rows.keys()) expect(saved.has(id) || unsure.has(id)).toBe(true)
          const versions = world.server.stored.map(({ id, revision }) => `${id} ${revision}`)
          expect(new Set(versions).size).toBe(versions.length)
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)
})
