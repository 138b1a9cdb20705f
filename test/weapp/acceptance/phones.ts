/** One phone after another in the hand of a test, each with its person; every phone is a new one. */
import { pickUp, type Hand, type PickUp } from '../driver'
import type { Province } from './province'
import { Screen } from './screen'

let count = 0

/** Hands a phone to `use`, and puts it down afterwards: its faults and budgets are looked at then. */
export async function withPhone(
  province: Province,
  person: string,
  use: (screen: Screen, hand: Hand) => Promise<void>,
  wishes: Partial<PickUp> = {},
): Promise<void> {
  const name = `${person.replace('preview-', '')}-${process.env.JEST_WORKER_ID ?? ''}-${process.pid}-${++count}`
  const hand = await pickUp({ name, person, functions: province.url, ...wishes })
  let failed = true
  try {
    await use(new Screen(hand), hand)
    failed = false
  } finally {
    // What went wrong first is what the test should say.
    await hand.putDown().catch((error: unknown) => {
      if (!failed) throw error
    })
  }
}
