// What the score command is asked to do, from its arguments.
import { readOptions, UsageError } from './usage'

export interface ScoreRequest {
  readonly rubric: string
  readonly settings: Readonly<Record<string, string>>
  /** `-` is standard input. */
  readonly file: string
  readonly input: 'facts' | 'records'
}

function readSettings(pairs: readonly string[]): Record<string, string> {
  // `__proto__` is a name like any other.
  const settings = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) throw new UsageError(`--set takes NAME=VALUE, not “${pair}”`)
    settings.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return Object.fromEntries(settings)
}

/** The request, or 'help'. @throws UsageError for unknown or missing options */
export function readArguments(argv: readonly string[]): ScoreRequest | 'help' {
  const values = readOptions(argv, {
    rubric: { type: 'string' },
    facts: { type: 'string' },
    records: { type: 'string' },
    set: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  })
  if (values.help) return 'help'
  if (values.rubric === undefined) throw new UsageError('missing option --rubric ID (see --help)')
  if (values.facts !== undefined && values.records !== undefined) {
    throw new UsageError('give either --facts or --records, not both')
  }
  const file = values.facts ?? values.records
  if (file === undefined) throw new UsageError('missing option --facts FILE or --records FILE (see --help)')
  const input = values.facts === undefined ? 'records' : 'facts'
  return { rubric: values.rubric, settings: readSettings(values.set ?? []), file, input }
}
