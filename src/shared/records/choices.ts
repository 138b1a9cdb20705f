/**
 * The lists that people choose from, looked up by name: what a value is, and what it is called. Forms, lists, files and
 * history ask here, so that a list may come from another source without their changing.
 */
import {
  activityCategories,
  activityRoles,
  campaigns,
  demandChannels,
  demandTypes,
  honourHolders,
  honourKinds,
} from './countable'
import {
  activityRoleTitles,
  activityTitle,
  campaignTitles,
  categoryTitles,
  channelTitles,
  demandTitles,
  holderTitles,
  honourTitles,
} from './titles'

export type Choice<Value extends string = string> = { value: Value; title: string }

const placeMethodTitles = { located: '手机定位', chosen: '地图选点', typed: '手工填写' }

const lists = {
  /** Categories as a form offers them: 贷款对接. */
  category: list(activityCategories, (value) => categoryTitles[value]),
  /** The same as what an activity is called: 贷款对接活动. */
  activity: list(activityCategories, activityTitle),
  role: list(activityRoles, (value) => activityRoleTitles[value]),
  campaign: list(campaigns, (value) => campaignTitles[value]),
  demand: list(demandTypes, (value) => demandTitles[value]),
  channel: list(demandChannels, (value) => channelTitles[value]),
  honour: list(honourKinds, (value) => honourTitles[value]),
  holder: list(honourHolders, (value) => holderTitles[value]),
  placeMethod: list(['located', 'chosen', 'typed'] as const, (value) => placeMethodTitles[value]),
}

export type ChoiceList = keyof typeof lists

/** The values of a list with their titles, in the order in which they are offered. */
export function choicesOf<Name extends ChoiceList>(name: Name): (typeof lists)[Name] {
  return lists[name]
}

/** The title of a value; one that this version does not know is its own title. */
export function choiceTitle(name: ChoiceList, value: string): string {
  const choices: readonly Choice[] = lists[name]
  return choices.find((choice) => choice.value === value)?.title ?? value
}

function list<Value extends string>(
  values: readonly Value[],
  titleOf: (value: Value) => string,
): readonly Choice<Value>[] {
  return values.map((value) => ({ value, title: titleOf(value) }))
}
