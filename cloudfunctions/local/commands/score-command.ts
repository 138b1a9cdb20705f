// The score command: facts or records in, a card out. Code 0 with one JSON object on standard output, or code 2
// with exactly one line on standard error and nothing on standard output.
import { rubricById, RubricError, type Rubric } from '../../../src/shared/rubric'
import {
  advise,
  factsOf,
  FactsError,
  parseFacts,
  score,
  tally,
  type Facts,
} from '../../../src/shared/scoring'
import { readArguments, type ScoreRequest } from './score-arguments'
import { helpText, resultJson } from './score-output'
import { readRecords } from './score-records'
import { UsageError } from './usage'

/** What the command needs of the world. */
export interface Console {
  /** The whole text of a file, or of standard input for `-`. */
  readonly read: (file: string) => Promise<string>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** Runs the command; gives its exit code. */
export async function main(argv: readonly string[], world: Console): Promise<number> {
  try {
    const request = readArguments(argv)
    world.out(request === 'help' ? helpText() : await scoreRequest(request, world))
    return 0
  } catch (error) {
    if (!isExpected(error)) throw error
    world.error(error.message.replace(/\s+/g, ' ').trim())
    return 2
  }
}

function isExpected(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof RubricError || error instanceof FactsError
}

async function scoreRequest(request: ScoreRequest, world: Console): Promise<string> {
  const rubric = rubricById(request.rubric, request.settings)
  const input = await readJson(request.file, world)
  const facts = request.input === 'facts' ? parseFacts(rubric, input) : factsFromRecords(rubric, input)
  return resultJson(score(rubric, facts), advise(rubric, facts))
}

function factsFromRecords(rubric: Rubric, input: unknown): Facts {
  return parseFacts(rubric, factsOf(rubric, tally(rubric, readRecords(rubric, input))))
}

async function readJson(file: string, world: Console): Promise<unknown> {
  const name = file === '-' ? 'standard input' : `“${file}”`
  let text: string
  try {
    text = await world.read(file)
  } catch {
    throw new UsageError(`cannot read ${name}`)
  }
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return parsed
  } catch {
    throw new UsageError(`${name} is not valid JSON`)
  }
}
