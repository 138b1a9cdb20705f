// veto: a condition on the whole rubric that sets the grade, whatever the points are; the points stay visible.
import { z } from 'zod'
import { compileCondition, conditionSchema } from '../condition'
import type { Slots, Values } from '../slots'

export const vetoSchema = z.strictObject({
  when: conditionSchema,
  grade: z.string().min(1),
  why: z.string().min(1),
})
export type Veto = z.infer<typeof vetoSchema>

export interface CompiledVeto {
  readonly slots: readonly number[]
  readonly holds: (values: Values) => boolean
  readonly grade: string
  readonly why: string
}

export function compileVeto(veto: Veto, slots: Slots, path: string): CompiledVeto {
  const when = compileCondition(veto.when, slots, `${path}.when`)
  return { slots: when.slots, holds: when.holds, grade: veto.grade, why: veto.why }
}
