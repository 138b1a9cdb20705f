/** Waiting for what the app does in its own time. */

const PATIENCE = 8_000
const PAUSE = 40

/** Tries until `check` no longer throws, and gives its value; throws what it threw last. */
export async function eventually<Value>(
  check: () => Value | Promise<Value>,
  patience = PATIENCE,
): Promise<Value> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}
