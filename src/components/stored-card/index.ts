/** What screens say of a stored card. */
import type { Card, CardNode, CardSection, Status } from '../../shared/scoring'

export { branchesOf, cardSchema, readCard, type Branch } from '../../shared/scoring'

/** The way to a node: section › group › criterion, by their titles. */
export function pathOf(card: Card, { section, group, title }: CardNode): string {
  const above: CardSection | undefined = card.sections.find((each) => each.id === section)
  const between = group === null ? undefined : card.nodes.find((each) => each.id === group)
  return [above?.short, between?.title, title].filter((part) => part !== undefined).join(' › ')
}

/** The status in words; nothing to say of what is counted. */
export const statusWords: Record<Status, string> = {
  counted: '已计分',
  open: '待补',
  'not-scorable': '不可计分',
}
