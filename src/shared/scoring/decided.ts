// A criterion that cannot be computed, as a person decided it (rules G10, D22).
import { plain, pointsText, times, toPoints, toUnits, wholeUnits } from '../rubric'
import type { Entry } from './criterion'
import type { Decided } from './facts'

const fine = 1e8

/**
 * The entry with what was decided. One that does not apply gives no points, and its weight goes to no other: the
 * sources know no re-scaling (G4, G12), so the total stays one of 100.
 * @param weight hundredths of the total for each of its points
 */
export function decidedEntry(computed: Entry, { points, reason, document }: Decided, weight: number): Entry {
  const given = Math.min(toUnits(points ?? 0), toUnits(computed.node.max))
  const weighted = times(given, weight)
  const rests = document === '' ? '' : `；依据：${document}`
  const said = points === null ? '认定不适用，不计分，也不折算到其他指标' : `人工认定 ${plain(given)} 分`
  const text = pointsText(given)
  return {
    status: 'counted',
    points: given,
    node: {
      ...computed.node,
      points: toPoints(given),
      status: 'counted',
      share: wholeUnits(weighted) / fine,
      missing: [],
      why: `${computed.node.why}；${said}（${reason}${rests}）`,
      label: points === null ? '不适用' : '人工认定',
    },
    weighted,
    text,
    term: ` + ${text}`,
    warnings: [],
  }
}
