/** Turns the nodes of a WXML file into steps that build the tree: elements, texts, wx:for, wx:if, templates. */
import { isTag, isText, type ChildNode, type Element } from 'domhandler'
import { fieldsOf, isList } from '../values'
import { compileBinding, compileText, insideBraces, textOf } from './attribute'
import { compileObject, type Evaluate, type Scope } from './expression'
import { ViewElement, ViewText, type Owner } from './node'

export type Frame = {
  scope: Scope
  parent: ViewElement
  owner: Owner
  key: string
  /** The templates that are being filled in around this place. */
  within: readonly Step[]
}
export type Step = (frame: Frame) => void

/** What the nodes of one file can reach: its own templates and those that it imports. */
export type FileParts = { readonly path: string; template(name: string): Step | undefined }

/** These say something about the file, and show nothing. */
const SILENT = new Set(['template', 'import', 'wxs'])
const UNKNOWN = new Set(['include', 'slot'])

export function compileNodes(nodes: readonly ChildNode[], file: FileParts): Step {
  const steps: Step[] = []
  let branches: { test: Evaluate; step: Step }[] | null = null
  nodes.forEach((node, index) => {
    if (isText(node)) {
      if (node.data.trim() === '') return
      const text = compileText(node.data)
      steps.push(({ scope, parent }) => void parent.children.push(new ViewText(textOf(text(scope)), parent)))
      return
    }
    if (!isTag(node)) return
    const step = compileRepeated(node, index, file)
    const { 'wx:if': first, 'wx:elif': next, 'wx:else': last } = node.attribs
    if (first !== undefined) {
      const chain = [{ test: compileText(first), step }]
      branches = chain
      steps.push((frame) => chain.find(({ test }) => test(frame.scope))?.step(frame))
    } else if (next !== undefined || last !== undefined) {
      if (!branches) throw new Error(`${file.path}: wx:else without wx:if`)
      branches.push({ test: next === undefined ? () => true : compileText(next), step })
    } else {
      branches = null
      steps.push(step)
    }
  })
  return (frame) => steps.forEach((step) => step(frame))
}

function compileRepeated(node: Element, index: number, file: FileParts): Step {
  const step = compileElement(node, file)
  const { 'wx:for': list, 'wx:key': key } = node.attribs
  if (list === undefined) return (frame) => step({ ...frame, key: `${frame.key}/${index}` })
  const items = compileText(list)
  const itemName = node.attribs['wx:for-item'] ?? 'item'
  const indexName = node.attribs['wx:for-index'] ?? 'index'
  return (frame) =>
    listed(items(frame.scope)).forEach(([place, item]) => {
      const scope = { values: { [itemName]: item, [indexName]: place }, outer: frame.scope }
      const name = key === undefined ? place : key === '*this' ? item : fieldsOf(item)[key]
      step({ ...frame, scope, key: `${frame.key}/${index}:${String(name ?? place)}` })
    })
}

function listed(value: unknown): [place: string | number, item: unknown][] {
  if (isList(value)) return value.map((item, place) => [place, item])
  if (typeof value === 'number') return Array.from({ length: value }, (_, place) => [place, place])
  if (typeof value === 'string') return [...value].map((item, place) => [place, item])
  return Object.entries(fieldsOf(value))
}

function compileElement(node: Element, file: FileParts): Step {
  if (UNKNOWN.has(node.name)) throw new Error(`${file.path}: this host lacks <${node.name}>`)
  if (node.name === 'template' && node.attribs.is !== undefined) return compileUse(node, file)
  if (SILENT.has(node.name)) return () => undefined
  const content = compileNodes(node.children, file)
  if (node.name === 'block') return content

  const attributes: [name: string, value: Evaluate][] = []
  const bindings: NonNullable<ReturnType<typeof compileBinding>>[] = []
  for (const [name, source] of Object.entries(node.attribs)) {
    if (name.startsWith('wx:')) continue
    const binding = compileBinding(name, source)
    if (binding) bindings.push(binding)
    else attributes.push([name, source === '' ? () => true : compileText(source)])
  }
  return ({ scope, parent, owner, key, within }) => {
    const element = new ViewElement(
      node.name,
      key,
      Object.fromEntries(attributes.map(([name, value]) => [name, value(scope)])),
      bindings.map((binding) => binding(scope)),
      parent,
      owner,
    )
    parent.children.push(element)
    const definition = owner.usingComponents.get(node.name)
    if (definition === undefined) content({ scope, parent: element, owner, key, within })
    else owner.place(element, definition)
  }
}

/** `<template is= data=>`: the template sees its data and the modules of its own file, nothing else. */
function compileUse(node: Element, file: FileParts): Step {
  const name = compileText(node.attribs.is ?? '')
  const data = node.attribs.data === undefined ? () => ({}) : compileObject(insideBraces(node.attribs.data))
  return (frame) => {
    const wanted = textOf(name(frame.scope))
    const template = file.template(wanted)
    // In both cases WeChat goes on, and shows nothing of what is inside.
    if (!template)
      return frame.owner.complain(`${file.path}: no template "${wanted}": an element is not shown`)
    if (frame.within.includes(template)) {
      return frame.owner.complain(
        `${file.path}: template "${wanted}" stands within itself: an element is not shown`,
      )
    }
    const within = [...frame.within, template]
    template({ ...frame, within, scope: { values: fieldsOf(data(frame.scope)), outer: null } })
  }
}
