/** A WXML file: its own nodes, its templates and those that it imports, its wxs modules. Read once. */
import { readFileSync } from 'node:fs'
import { posix, join } from 'node:path'
import { isTag, type Element } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { compileNodes, type FileParts, type Step } from './compile'
import { ViewElement, type Owner } from './node'
import { loadWxs } from './wxs'

export type WxmlFile = {
  /** The tree of a page or component with this data. */
  render(owner: Owner, data: Readonly<Record<string, unknown>>): ViewElement
  readonly ownTemplates: ReadonlyMap<string, Step>
}

/** Opens the files of one built mini-program; every path is relative to its folder, without a leading slash. */
export function openWxml(folder: string): (path: string) => WxmlFile {
  const files = new Map<string, WxmlFile>()
  const open = (path: string): WxmlFile => {
    const known = files.get(path)
    if (known) return known
    const file = read(folder, path, open)
    files.set(path, file)
    return file
  }
  return open
}

function read(folder: string, path: string, open: (path: string) => WxmlFile): WxmlFile {
  const source = readFileSync(join(folder, path), 'utf8')
  const document = parseDocument(source, { xmlMode: true, decodeEntities: true })
  const elements = document.children.filter(isTag)
  const beside = (name: string) => posix.join(posix.dirname(path), name)

  const imported = elements
    .filter(({ name }) => name === 'import')
    .map((node) => open(beside(required(node, 'src', path))))
  const modules = Object.fromEntries(
    elements
      .filter(({ name }) => name === 'wxs')
      .map((node) => [required(node, 'module', path), loadWxs(folder, beside(required(node, 'src', path)))]),
  )
  const ownTemplates = new Map<string, Step>()
  const parts: FileParts = {
    path,
    // Imports are not passed on: a file sees the templates of the files that it names itself.
    template: (name) =>
      ownTemplates.get(name) ?? imported.find((file) => file.ownTemplates.has(name))?.ownTemplates.get(name),
  }
  for (const node of elements) {
    if (node.name !== 'template' || node.attribs.name === undefined) continue
    const body = compileNodes(node.children, parts)
    ownTemplates.set(node.attribs.name, (frame) =>
      body({ ...frame, scope: { ...frame.scope, outer: { values: modules, outer: null } } }),
    )
  }
  const content = compileNodes(document.children, parts)
  return {
    ownTemplates,
    render(owner, data) {
      const root = new ViewElement('page', '', {}, [], null, owner)
      content({
        scope: { values: data, outer: { values: modules, outer: null } },
        parent: root,
        owner,
        key: '',
        within: [],
      })
      return root
    },
  }
}

function required(node: Element, name: string, path: string): string {
  const value = node.attribs[name]
  if (value === undefined) throw new Error(`${path}: <${node.name}> needs ${name}`)
  return value
}
