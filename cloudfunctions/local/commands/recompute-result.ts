/** Computes a stored result again from the inputs stored with it, and compares the bytes. */
import { z } from 'zod'
import { cutSchema } from '../../../src/shared/contract'
import { FactsError, parseFacts } from '../../../src/shared/scoring'
import type { Database } from '../../backend'
import { findResult, scoreFacts, type Result, type Scored } from '../../backend/results'
import { rubricByVersion } from '../../backend/tallies'

/** What a person asks for cannot be done: no such result, or its inputs cannot be read. */
export class CannotRecompute extends Error {}

type Outcome = Pick<Scored, 'card' | 'total' | 'grade' | 'digest'>
export type Recomputed = { result: Result; stored: Outcome; computed: Outcome; equal: boolean }

const inputsSchema = z.object({ facts: z.unknown(), cuts: z.array(cutSchema).nullable() })

/** Reads and writes nothing. @throws CannotRecompute */
export async function recomputeResult(database: Database, id: string): Promise<Recomputed> {
  if (!z.uuid().safeParse(id).success) throw new CannotRecompute(`not the id of a result: ${id}`)
  const result = await findResult(database, id)
  if (!result) throw new CannotRecompute(`there is no result ${id}`)
  const { facts, cuts, ...stored } = await readStored(database, id)
  const rubric = await rubricByVersion(database, result.rubricId, result.rubricVersion)
  if (!rubric) throw new CannotRecompute(`the rubric of the result is missing: ${result.rubricId}`)
  try {
    const computed = scoreFacts(rubric, parseFacts(rubric.rubric, facts), cuts)
    const equal =
      computed.card === stored.card &&
      computed.digest === stored.digest &&
      computed.total === stored.total &&
      computed.grade === stored.grade
    return { result, stored, computed, equal }
  } catch (error) {
    if (error instanceof FactsError)
      throw new CannotRecompute(`the stored facts are damaged: ${error.message}`)
    throw error
  }
}

async function readStored(database: Database, id: string) {
  const { facts, cuts, ...stored } = await database
    .selectFrom('results')
    .select(['facts', 'cuts', 'card', 'total', 'grade', 'digest'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const inputs = inputsSchema.safeParse({ facts, cuts })
  if (!inputs.success) throw new CannotRecompute('the stored cut lines are damaged')
  return { ...stored, ...inputs.data }
}
