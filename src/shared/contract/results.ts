/** Results and what becomes of them: exclusion from a year, publication with its publicity (公示), objections, runs. */
import { z } from 'zod'
import { rubricVersion } from '../rubric'
import { toldLine, toldList, toldText, toldTime } from '../records'
import { periodSchema, yearSchema } from '../calendar'
import { idSchema, platformSchema } from './people'

export const resultStates = ['provisional', 'frozen', 'published', 'replaced'] as const
export const resultStateTitles: Record<(typeof resultStates)[number], string> = {
  provisional: '暂定',
  frozen: '已冻结',
  published: '已公布',
  replaced: '已被更正',
}

export const resultSummary = z.object({
  id: idSchema,
  platformId: idSchema,
  period: periodSchema,
  rubricId: toldLine,
  rubricVersion: rubricVersion,
  state: z.enum(resultStates),
  /** Exact total in points, 0…100. */
  total: z.number(),
  /** As the ranking shows it now; null for the provincial platform, one that is excluded, and a replaced result. */
  rank: z.number().nullable(),
  /** Of the annual evaluation alone, and null while the platform is excluded. */
  grade: toldLine.nullable(),
  /** SHA-256 of facts, rubric version and cut lines; equal inputs have equal digests. */
  digest: toldLine,
  computedAt: toldTime,
  replaces: idSchema.nullable(),
  reason: toldText.nullable(),
})
export type ResultSummary = z.infer<typeof resultSummary>

/** Why a platform is no longer part of a year's evaluation (不再纳入评价). */
export const exclusionGrounds = ['withdrew', 'absent', 'uncooperative', 'false-material'] as const
export const exclusionGroundSchema = z.enum(exclusionGrounds)
export type ExclusionGround = z.infer<typeof exclusionGroundSchema>
export const exclusionGroundTitles: Record<ExclusionGround, string> = {
  withdrew: '中途退出',
  absent: '不参加评价',
  uncooperative: '不配合评价工作',
  'false-material': '提供虚假资料',
}

/** Told with a result that is left out of ranking and grades. */
export const exclusion = z.object({ ground: exclusionGroundSchema, reason: toldText, at: toldTime })
export type Exclusion = z.infer<typeof exclusion>

/** One decision on a platform and year; the newest is in force. */
export const exclusionDecision = z.object({
  platform: platformSchema,
  year: yearSchema,
  version: z.number(),
  /** Null = taken back: the platform is part of the evaluation again. */
  ground: exclusionGroundSchema.nullable(),
  reason: toldText,
  by: toldLine,
  at: toldTime,
})
export type ExclusionDecision = z.infer<typeof exclusionDecision>

/** A period's publication. Days are of Asia/Shanghai, both included; day 1 is the next working day. */
export const publication = z.object({
  publishedAt: toldTime,
  publicityFrom: toldTime,
  publicityUntil: toldTime,
  /** Objections without an answer. */
  openObjections: z.number(),
  /** The publicity is over and no objection is open. */
  final: z.boolean(),
})
export type Publication = z.infer<typeof publication>

export const objection = z.object({
  id: idSchema,
  resultId: idSchema,
  platform: platformSchema,
  period: periodSchema,
  text: toldText,
  by: toldLine,
  at: toldTime,
  answer: z
    .object({
      upheld: z.boolean(),
      text: toldText,
      /** The result that corrects it, where the answer names one. */
      correctedResultId: idSchema.nullable(),
      by: toldLine,
      at: toldTime,
    })
    .nullable(),
})
export type Objection = z.infer<typeof objection>

/** `running`: a call is at work; `interrupted`: cut off or out of time, the next call goes on; `finished`: to the end. */
export const runStates = ['running', 'interrupted', 'finished'] as const

/** How far the run of a period is. */
export const runProgress = z.object({
  id: idSchema,
  period: periodSchema,
  state: z.enum(runStates),
  startedAt: toldTime,
  /** Who asked for it; null for the daily timer. */
  by: toldLine.nullable(),
  /** Platforms that are through, of all. */
  done: z.number(),
  of: z.number(),
  /** Platform-months that were tallied anew, because their records had changed. */
  monthsTallied: z.number(),
  /** Results whose card changed in this run. */
  changed: z.number(),
  /** Platforms that could not be evaluated; the others are. */
  failed: toldList(idSchema),
  finishedAt: toldTime.nullable(),
})
export type RunProgress = z.infer<typeof runProgress>
