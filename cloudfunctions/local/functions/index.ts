/**
 * Runs the built functions as the cloud runs event functions: `main(event, context)`, the answer as JSON, limits
 * of size and time, one request id a call. Enter this room here.
 */
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readFunctions, type FunctionConfig } from './config'
import { installCallVariables, withVariables } from './identity'

export { callerVariables, timerVariables } from './identity'
export { readFunctions, type FunctionConfig } from './config'

/** Of an event and of an answer, in bytes. */
export const SIZE_LIMIT = 6 * 1024 * 1024

/** A call that the platform itself ends, in the words and numbers of the cloud. */
export class CallFault extends Error {
  readonly errCode: number
  readonly status: number
  constructor(errCode: number, status: number, message: string) {
    super(message)
    this.name = 'CallFault'
    this.errCode = errCode
    this.status = status
  }
}

export type Functions = {
  configs: ReadonlyMap<string, FunctionConfig>
  /** The answer as JSON text. @throws CallFault */
  invoke(name: string, event: unknown, variables: Record<string, string>, requestId?: string): Promise<string>
}

export const newRequestId = () => randomUUID()

/** @throws HostFault when the folder holds no functions. */
export function openFunctions(folder: string): Functions {
  installCallVariables()
  const configs = readFunctions(folder)
  const load = createRequire(join(folder, 'load.js'))
  const mains = new Map<string, (event: unknown, context: unknown) => unknown>()

  const mainOf = (name: string) => {
    const known = mains.get(name)
    if (known) return known
    const exported: unknown = load(`./${name}/index.js`)
    const main: unknown =
      typeof exported === 'object' && exported !== null && 'main' in exported ? exported.main : null
    if (typeof main !== 'function') throw new CallFault(-504002, 500, `${name} has no main`)
    const call = (event: unknown, context: unknown): unknown => main(event, context)
    mains.set(name, call)
    return call
  }

  async function invoke(
    name: string,
    event: unknown,
    variables: Record<string, string>,
    requestId = newRequestId(),
  ) {
    const config = configs.get(name)
    if (!config) throw new CallFault(-501000, 404, 'FunctionName parameter could not be found')
    const context = contextOf(name, config, requestId, variables)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const fault = new CallFault(-504003, 504, `Invoking task timed out after ${config.timeout} seconds`)
      timer = setTimeout(() => reject(fault), config.timeout * 1000)
    })
    try {
      const work = withVariables(variables, async () => mainOf(name)(event, context))
      const value = await Promise.race([work, late])
      const text = JSON.stringify(value === undefined ? null : value)
      if (Buffer.byteLength(text) > SIZE_LIMIT) throw new CallFault(-504002, 502, 'body size is too long')
      return text
    } catch (error) {
      if (error instanceof CallFault) throw error
      throw new CallFault(-504002, 500, error instanceof Error ? error.message : String(error))
    } finally {
      clearTimeout(timer)
    }
  }
  return { configs, invoke }
}

function contextOf(
  name: string,
  config: FunctionConfig,
  requestId: string,
  variables: Record<string, string>,
) {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: 'local',
    memory_limit_in_mb: config.memorySize,
    time_limit_in_ms: config.timeout * 1000,
    environment: JSON.stringify(variables),
    callbackWaitsForEmptyEventLoop: true,
  }
}
