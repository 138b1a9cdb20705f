// A group's entry on the card.
import { pointsText, toPoints, type Group, type Points } from '../rubric'
import type { CardNode, Status } from './card'
import type { ReadValue } from './facts'

const noFacts: Readonly<Record<string, ReadValue>> = Object.freeze({})
const nothing: readonly string[] = Object.freeze([])

/** @param terms the points of its criteria, joined by ` + ` */
export function groupNode(
  group: Pick<Group, 'id' | 'title' | 'max'>,
  section: string,
  points: Points | null,
  status: Status,
  share: number,
  terms: string,
): CardNode {
  return {
    id: group.id,
    title: group.title,
    points: points === null ? null : toPoints(points),
    max: group.max,
    status,
    share,
    section,
    group: null,
    isGroup: true,
    facts: noFacts,
    missing: nothing,
    why: points === null ? terms : `${terms} = ${pointsText(points)}`,
    clause: '',
    rule: '',
    label: null,
  }
}
