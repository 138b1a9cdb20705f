/** What is to be stated and judged for a class and year, and how far that is; and one of it, platform by platform. */
import { z } from 'zod'
import { shanghaiDate } from '../../src/shared/calendar'
import { evaluateContract, Refusal, type StatedEntry } from '../../src/shared/contract'
import { countableMark } from '../../src/shared/records'
import type { Rubric } from '../../src/shared/rubric'
import { factsOf, nodeOf, score, tally } from '../../src/shared/scoring'
import { action, allow } from '../backend'
import { allPlatforms, dayOfMark } from '../backend/tallies'
import { countEntered, judgeOf, readEntries, type StoredEntry } from './stored-entries'
import { itemsOf } from './stated-items'
import { rubricOfYear } from './subject'

export const stated = action(evaluateContract.stated, async (context, { tier, year }) => {
  allow(context, 'evaluate.stated', { platform: null })
  const { trx } = context
  const rubric = await rubricOfYear(trx, tier, year)
  const platforms = (await allPlatforms(trx)).filter((platform) => platform.tier === tier)
  const entered = await countEntered(trx, tier, year)
  return {
    items: itemsOf(rubric).map((item) => ({ ...item, entered: entered(item.kind, item.name) })),
    platforms: platforms.length,
  }
})

export const entries = action(evaluateContract.entries, async (context, { tier, year, kind, name }) => {
  allow(context, 'evaluate.entries', { platform: null })
  const { trx, person } = context
  const rubric = await rubricOfYear(trx, tier, year)
  const item = itemsOf(rubric).find((each) => each.kind === kind && each.name === name)
  if (!item) throw new Refusal('NOT_FOUND')
  const platforms = (await allPlatforms(trx)).filter((platform) => platform.tier === tier)
  const stored = await readEntries(trx, { tier, year, kind, name })
  const rows = platforms.map(({ id, name: called, areaCode }) => {
    const own = stored.filter(({ platformId }) => platformId === id)
    const newest = own[0] ? valueSchema.parse(own[0].value) : null
    return {
      platform: { id, name: called, tier, areaCode },
      value: kind === 'mark' ? markInForce(rubric, year, name, own) : newest,
      entries: own.map((entry) =>
        entryOf(entry, kind === 'mark' ? own.filter(sameJudge(entry)) : own, person.id),
      ),
    }
  })
  return { item: { ...item, entered: rows.filter(({ value }) => value !== null).length }, rows }
})

const valueSchema = z.union([z.number(), z.boolean()])

const sameJudge = (entry: StoredEntry) => (other: StoredEntry) => judgeOf(other) === judgeOf(entry)

/** `rivals` are the entries of which only the newest counts, the newest first. */
function entryOf(entry: StoredEntry, rivals: readonly StoredEntry[], caller: string): StatedEntry {
  const { id, value, reason, judge, body, by, at, personId, takenBack } = entry
  return {
    id,
    value: valueSchema.parse(value),
    reason,
    judge,
    body,
    by,
    at: at.toISOString(),
    takenBack: takenBack && { ...takenBack, at: takenBack.at.toISOString() },
    own: personId === caller,
    inForce: takenBack === null && rivals[0]?.id === id,
  }
}

/** The points that the card gives for it, by the scoring core itself: how judges combine is the rubric's to say. */
function markInForce(
  rubric: Rubric,
  year: string,
  criterion: string,
  all: readonly StoredEntry[],
): number | null {
  const marks = all.filter(({ takenBack }) => takenBack === null)
  if (marks.length === 0) return null
  const rows = marks.flatMap((entry) => {
    const { id, value, body, at } = entry
    const date = dayOfMark(rubric.period, year, shanghaiDate(at))
    const mark = { kind: 'mark', id, date, approved: true, criterion, points: value, judge: judgeOf(entry) }
    return date === null
      ? []
      : [countableMark.parse({ ...mark, body: body ?? undefined, at: at.toISOString() })]
  })
  const card = score(rubric, factsOf(rubric, tally(rubric, rows)))
  return nodeOf(card, criterion)?.points ?? null
}
