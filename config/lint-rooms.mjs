// One lint rule for the plan of the house: imports go one way, and a neighbour enters a room by its index alone.
// pages → components → phone → shared ← cloudfunctions; format, which writes for screens, stands above shared alone
import { builtinModules } from 'node:module'
import path from 'node:path'

/** Which layers a layer may import, besides itself. Anything that is not listed here (config, test) is free. */
const mayImport = {
  app: ['pages', 'components', 'format', 'phone', 'shared', 'look'],
  pages: ['components', 'format', 'phone', 'shared', 'look'],
  components: ['format', 'phone', 'shared', 'look'],
  format: ['shared'],
  phone: ['shared'],
  shared: [],
  look: [],
  functions: ['backend', 'shared'],
  backend: ['shared'],
  local: ['functions', 'backend', 'shared'],
}

/** Layers whose rooms know each other; two screens, or two functions, never do. */
const neighbours = new Set(['components', 'format', 'phone', 'shared', 'backend', 'local', 'app', 'look'])

const builtin = new Set(builtinModules)
const isNode = (id) => id.startsWith('node:') || builtin.has(id.split('/')[0])
const isPhoneOnly = (id) => /^(@tarojs|@nutui)\/|^(react|react-dom)(\/|$)/.test(id)
const isServerOnly = (id) => isNode(id) || /^(pg|kysely|wx-server-sdk)(\/|$)|^@electric-sql\//.test(id)

const refusedPackage = {
  shared: (id) => id !== 'zod' && 'src/shared imports zod alone',
  ...Object.fromEntries(
    ['app', 'pages', 'components', 'format', 'phone', 'look'].map((layer) => [
      layer,
      (id) => isServerOnly(id) && 'the phone cannot load this package',
    ]),
  ),
  ...Object.fromEntries(
    ['functions', 'backend', 'local'].map((layer) => [
      layer,
      (id) => isPhoneOnly(id) && 'a cloud function cannot load this package',
    ]),
  ),
}

/**
 * Where a file lives: its layer, and its room in the layer. A file that lies in the layer's own folder is a room by
 * itself, so `src/phone/clock.ts` can be imported by its name.
 */
function place(relative) {
  const parts = relative.split('/')
  const inside = (layer, depth) => ({
    layer,
    room: parts
      .slice(0, depth)
      .join('/')
      .replace(/\.\w+$/, ''),
  })
  if (parts[0] === 'src') {
    if (parts[1] === 'format') return { layer: 'format', room: 'src/format' }
    if (['pages', 'components', 'phone', 'shared'].includes(parts[1])) return inside(parts[1], 3)
    if (['styles', 'assets'].includes(parts[1])) return { layer: 'look', room: relative }
    return { layer: 'app', room: relative }
  }
  if (parts[0] === 'cloudfunctions') {
    if (parts[1] === 'backend' || parts[1] === 'local') return inside(parts[1], 3)
    return inside('functions', 2)
  }
  return { layer: parts[0], room: relative }
}

const withoutEnding = (file) => file.replace(/\.(d\.ts|[cm]?[jt]sx?)$/, '')

/** Says why `specifier` may not be imported by `file`, or null. Both files are relative to the project. */
export function refusal(file, specifier) {
  const from = place(file)
  if (!(from.layer in mayImport)) return null
  if (!specifier.startsWith('.')) return refusedPackage[from.layer](specifier) || null

  const target = withoutEnding(path.posix.join(path.posix.dirname(file), specifier))
  const to = place(target)
  if (to.layer === from.layer && to.room === from.room) return null
  if (to.layer === from.layer) {
    if (!neighbours.has(from.layer))
      return `${from.room} and ${to.room} stand alone: share through a lower layer`
  } else if (!mayImport[from.layer].includes(to.layer)) {
    return `${from.layer} may not import ${to.layer}`
  }
  if (to.layer === 'look') return null
  const layerIndex = withoutEnding(path.posix.dirname(to.room))
  const doors = [to.room, `${to.room}/index`, layerIndex, `${layerIndex}/index`]
  return doors.includes(target) ? null : `enter ${to.room} by its index`
}

const oneWay = {
  meta: {
    type: 'problem',
    docs: { description: 'imports go one way, and enter a room by its index' },
    messages: { refused: '{{ why }}' },
    schema: [],
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const check = (source) => {
      if (typeof source?.value !== 'string') return
      const why = refusal(file, source.value)
      if (why) context.report({ node: source, messageId: 'refused', data: { why } })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node.arguments[0])
      },
    }
  },
}

export default { rules: { 'one-way': oneWay } }
