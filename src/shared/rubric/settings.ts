// Settings: the few readings of a clause that a province decides (RULES.md). Anywhere in a
// document `{ "choose": "name", "of": { "value": … } }` stands for the branch of the chosen value; it is put
// in place before the document is checked, so that no rule kind knows of settings.
import { z } from 'zod'
import { hasOwn, ownEntry } from '../own'
import { RubricError } from './error'

export const settingSchema = z.strictObject({
  title: z.string().min(1),
  /** The code of the open question, such as D1. */
  question: z.string().min(1),
  values: z.array(z.strictObject({ value: z.string().min(1), title: z.string().min(1) })).min(2),
  chosen: z.string(),
  why: z.string().min(1),
})
export type Setting = z.infer<typeof settingSchema>
export type Settings = Readonly<Record<string, string>>

const withSettings = z.looseObject({ settings: z.record(z.string(), settingSchema) })

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The settings that a document declares. @throws RubricError when they are malformed. */
export function declaredSettings(document: unknown): Record<string, Setting> {
  const parsed = withSettings.safeParse(document)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new RubricError(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'malformed settings')
  }
  for (const [name, setting] of Object.entries(parsed.data.settings)) {
    if (!setting.values.some((each) => each.value === setting.chosen)) {
      throw new RubricError(`settings.${name}.chosen`, `“${setting.chosen}” is not one of its values`)
    }
  }
  return parsed.data.settings
}

/** The values that a document itself chooses. @throws RubricError when its settings are malformed. */
export function defaultSettings(document: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(declaredSettings(document)).map(([name, setting]) => [name, setting.chosen]),
  )
}

/** The document's own values, overridden. @throws RubricError for an unknown setting or value. */
export function chosenSettings(document: unknown, overrides: Settings): Record<string, string> {
  const declared = declaredSettings(document)
  const chosen = defaultSettings(document)
  for (const [name, value] of Object.entries(overrides)) {
    const setting = ownEntry(declared, name)
    if (!setting) throw new RubricError('settings', `unknown setting “${name}”`)
    if (!setting.values.some((each) => each.value === value)) {
      const known = setting.values.map((each) => each.value).join(', ')
      throw new RubricError(`settings.${name}`, `unknown value “${value}” (known: ${known})`)
    }
    chosen[name] = value
  }
  return chosen
}

/** The document with every choice replaced by its branch. @throws RubricError naming the faulty choice. */
export function substitute(node: unknown, chosen: Settings, path = ''): unknown {
  if (Array.isArray(node)) return node.map((item, at) => substitute(item, chosen, `${path}[${at}]`))
  if (!isObject(node)) return node
  if ('choose' in node) return substitute(branchOf(node, chosen, path), chosen, path)
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      substitute(value, chosen, path === '' ? key : `${path}.${key}`),
    ]),
  )
}

function branchOf(node: Record<string, unknown>, chosen: Settings, path: string): unknown {
  const name = node.choose
  if (typeof name !== 'string' || !hasOwn(chosen, name)) {
    throw new RubricError(path, `unknown setting “${String(name)}”`)
  }
  const extra = Object.keys(node).find((key) => key !== 'choose' && key !== 'of')
  if (extra !== undefined) throw new RubricError(path, `unknown key “${extra}” beside a choice`)
  const value = chosen[name] ?? ''
  if (!isObject(node.of) || !hasOwn(node.of, value)) {
    throw new RubricError(path, `no branch for ${name}=${value}`)
  }
  return node.of[value]
}

/** Every place where a document chooses, with the values that have a branch; for checking that none is missing. */
export function choices(node: unknown, path = ''): { path: string; setting: string; values: string[] }[] {
  if (Array.isArray(node)) return node.flatMap((item, at) => choices(item, `${path}[${at}]`))
  if (!isObject(node)) return []
  const inside = Object.entries(node).flatMap(([key, value]) =>
    choices(value, path === '' ? key : `${path}.${key}`),
  )
  if (!('choose' in node)) return inside
  return [
    { path, setting: String(node.choose), values: isObject(node.of) ? Object.keys(node.of) : [] },
    ...inside,
  ]
}
