/** Attributes of WXML: texts with {{ }} in them, and bound events. */
import { compileExpression, type Evaluate, type Scope } from './expression'
import type { Binding } from './node'

/** `a {{b}}` gives a text; `{{b}}` alone gives the value itself. */
export function compileText(source: string): Evaluate {
  const parts = source
    .split(/(\{\{[\s\S]*?\}\})/)
    .filter((part) => part !== '')
    .map((part): Evaluate => {
      const inside = /^\{\{([\s\S]*)\}\}$/.exec(part)?.[1]
      return inside === undefined ? () => part : compileExpression(inside)
    })
  const [first] = parts
  if (!first) return () => ''
  if (parts.length === 1) return first
  return (scope) => parts.map((part) => textOf(part(scope))).join('')
}

export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** The text between the braces of an attribute that is nothing but {{ }}. */
export function insideBraces(source: string): string {
  const inside = /^\s*\{\{([\s\S]*)\}\}\s*$/.exec(source)?.[1]
  if (inside === undefined) throw new Error(`WXML expects {{ }}: ${source}`)
  return inside
}

const EVENT = /^(capture-)?(mut-bind|bind|catch):?(.+)$/

/** Null when the attribute binds no event. */
export function compileBinding(name: string, source: string): ((scope: Scope) => Binding) | null {
  const parts = EVENT.exec(name)
  if (!parts) return null
  const method = compileText(source)
  return (scope) => ({
    event: parts[3] ?? '',
    method: textOf(method(scope)),
    capture: parts[1] !== undefined,
    stops: parts[2] === 'catch',
  })
}
