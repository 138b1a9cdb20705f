/** What stands inside {{ }} in WXML: compiled once to closures. A member of nothing is undefined, as in WeChat. */
import {
  parseExpressionAt,
  type Expression,
  type PrivateIdentifier,
  type SpreadElement,
  type Super,
} from 'acorn'
import { isCallable, isObject } from '../values'

/** Names that an expression can see; inner ones hide outer ones. */
export type Scope = { readonly values: Readonly<Record<string, unknown>>; readonly outer: Scope | null }
export type Evaluate = (scope: Scope) => unknown

/** @throws Error that names the expression when it is malformed or uses what WXML does not know. */
export function compileExpression(source: string): Evaluate {
  return compile(parse(source), source)
}

/** The inside of a template's `data`: `i:item,c:1`, without the braces of an object. */
export function compileObject(source: string): Evaluate {
  return compileExpression(`{${source}}`)
}

function parse(source: string): Expression {
  const text = `(${source})`
  try {
    const expression = parseExpressionAt(text, 0, { ecmaVersion: 2020 })
    if (text.slice(expression.end).replace(/[)\s]/g, '') === '') return expression
  } catch {
    // Told below, with the expression.
  }
  throw new Error(`WXML cannot read {{${source}}}`)
}

type Node = Expression | SpreadElement | PrivateIdentifier | Super

function compile(node: Node, source: string): Evaluate {
  const sub = (child: Node) => compile(child, source)
  switch (node.type) {
    case 'ParenthesizedExpression':
      return sub(node.expression)
    case 'Literal':
      return () => node.value
    case 'Identifier':
      return node.name === 'undefined' ? () => undefined : (scope) => lookUp(scope, node.name)
    case 'MemberExpression': {
      const object = sub(node.object)
      const { property } = node
      if (!node.computed && property.type === 'Identifier')
        return (scope) => member(object(scope), property.name)
      const name = sub(property)
      return (scope) => member(object(scope), name(scope))
    }
    case 'CallExpression': {
      const callee = sub(node.callee)
      const given = node.arguments.map(sub)
      return (scope) => {
        const called = callee(scope)
        if (!isCallable(called)) throw new Error(`WXML calls what is no function: {{${source}}}`)
        return called(...given.map((value) => value(scope)))
      }
    }
    case 'ConditionalExpression': {
      const [test, yes, no] = [sub(node.test), sub(node.consequent), sub(node.alternate)]
      return (scope) => (test(scope) ? yes(scope) : no(scope))
    }
    case 'LogicalExpression': {
      const [left, right] = [sub(node.left), sub(node.right)]
      if (node.operator === '&&') return (scope) => left(scope) && right(scope)
      if (node.operator === '||') return (scope) => left(scope) || right(scope)
      break
    }
    case 'UnaryExpression': {
      const value = sub(node.argument)
      if (node.operator === '!') return (scope) => !value(scope)
      if (node.operator === '-') return (scope) => -Number(value(scope))
      break
    }
    case 'BinaryExpression': {
      const apply = binary[node.operator]
      const [left, right] = [sub(node.left), sub(node.right)]
      if (apply) return (scope) => apply(left(scope), right(scope))
      break
    }
    case 'ArrayExpression': {
      const items = node.elements.map((item) => (item ? sub(item) : () => undefined))
      return (scope) => items.map((item) => item(scope))
    }
    case 'ObjectExpression': {
      const parts = node.properties.map((part): ((scope: Scope) => Record<string, unknown>) => {
        if (part.type === 'SpreadElement') {
          const spread = sub(part.argument)
          return (scope) => ({ ...(isObject(spread(scope)) ? Object(spread(scope)) : {}) })
        }
        const name =
          part.key.type === 'Identifier'
            ? part.key.name
            : part.key.type === 'Literal'
              ? String(part.key.value)
              : ''
        const value = sub(part.value)
        return (scope) => ({ [name]: value(scope) })
      })
      return (scope) => Object.assign({}, ...parts.map((part) => part(scope)))
    }
    default:
      break
  }
  throw new Error(`WXML does not know ${node.type} in {{${source}}}`)
}

const binary: Partial<Record<string, (left: unknown, right: unknown) => unknown>> = {
  '+': (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? left + right : `${String(left)}${String(right)}`,
  '-': (left, right) => Number(left) - Number(right),
  '*': (left, right) => Number(left) * Number(right),
  '/': (left, right) => Number(left) / Number(right),
  '%': (left, right) => Number(left) % Number(right),
  '===': (left, right) => left === right,
  '!==': (left, right) => left !== right,
  '<': (left, right) => Number(left) < Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
}

function lookUp(scope: Scope, name: string): unknown {
  for (let frame: Scope | null = scope; frame; frame = frame.outer) {
    if (Object.hasOwn(frame.values, name)) return frame.values[name]
  }
  return undefined
}

function member(value: unknown, name: unknown): unknown {
  if (value === undefined || value === null) return undefined
  return Reflect.get(Object(value), typeof name === 'symbol' ? name : String(name))
}
