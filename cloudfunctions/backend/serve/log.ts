/** One JSON line a call. Nothing in it names a person, an enterprise or what they typed. */

export type LogLine = {
  level: 'info' | 'warn' | 'error'
  requestId: string
  function: string
  action: string
  /** `OK` or the code of the refusal. */
  code: string
  ms: number
  error?: { name: string; code?: string; constraint?: string; stack: string[] }
}
export type WriteLog = (line: LogLine) => void

export const writeToConsole: WriteLog = (line) => {
  console.log(JSON.stringify(line))
}

/** What may be told of an unexpected error: its kind and where. Its message can hold what somebody typed. */
export function withoutWords(error: unknown): NonNullable<LogLine['error']> {
  if (typeof error !== 'object' || error === null) return { name: typeof error, stack: [] }
  const text = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? value : undefined
  }
  const lines = (text('stack') ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: text('name') ?? 'object',
    code: text('code'),
    constraint: text('constraint'),
    stack: lines.slice(0, 8).map((line) => line.trim()),
  }
}
