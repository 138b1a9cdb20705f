/** The built WXML and WXSS go through WeChat's own compilers, and our host reads the templates as they do. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { built } from './driver/built'
import { ViewElement, type Owner, type ViewNode } from './host/view/node'
import { openWxml } from './host/view/wxml'
import { compilerIsMissing, renderCompiled, runCompiler, type Compiled } from './wechat-compiler'

const missing = compilerIsMissing()
const filesOf = (ending: string) =>
  readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.split(sep).join('/'))
    .sort()

/** What a style sheet imports, and what that imports: the compiler wants them named too. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(built, file), 'utf8').matchAll(/@import "([^"]+)"/g)].flatMap(([, path = '']) => {
    const imported = posix.join(posix.dirname(file), path)
    return [imported, ...importsOf(imported)]
  })

test('WeChat’s compilers can run on this machine', () => {
  // Elsewhere the tests below are left out, and this line says so.
  if (missing !== null) console.warn(`${missing}. WXML and WXSS are not compiled by these tests.`)
  expect(missing === null || process.platform !== 'linux' || process.arch !== 'x64').toBe(true)
})

const onThisMachine = missing === null ? describe : describe.skip

onThisMachine('WXSS', () => {
  test.each(filesOf('.wxss'))('%s is taken', (file) => {
    const named = [...new Set([file, ...importsOf(file)])]
    expect(runCompiler('wcsc', built, ['-db', '-pc', '0', ...named]).complaint).toBe('')
  })

  test('a star is refused, or this test sees nothing', () => {
    expect(runCompiler('wcsc', built, ['-db', '-sd', '.a > * { color: red }']).ok).toBe(false)
  })
})

onThisMachine('WXML', () => {
  const components = ['comp', 'custom-wrapper'].filter((name) => filesOf('.wxml').includes(`${name}.wxml`))
  const using = filesOf('.wxml').filter((file) => file !== 'base.wxml')
  const named = using.flatMap((file) => [file, String(components.length), ...components])
  const compiled = () =>
    runCompiler('wcc', built, [
      '-d',
      '-cc',
      [using.length, ...named].join(' '),
      ...filesOf('.wxml'),
      ...filesOf('.wxs'),
      '-gn',
      '$gwx',
    ])

  test('every template is taken', () => {
    expect(compiled()).toMatchObject({ ok: true, complaint: '' })
  })

  const base = readFileSync(join(built, 'base.wxml'), 'utf8')
  const kinds = [
    ...new Set([...base.matchAll(/<template name="tmpl_0_(\d+)"/g)].map(([, kind = '']) => kind)),
  ]
  /** A node of a kind that the build knows, with every short attribute set. */
  const node = (kind: string, inside: unknown[] = []) => ({
    nn: kind,
    sid: `node-${kind}`,
    cl: `class-${kind}`,
    st: 'color:red',
    v: '文字',
    ...Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`p${at}`, `value ${at}`])),
    cn: inside,
  })
  const page = 'pages/progress/index.wxml'

  test('our host builds the tree that WeChat builds, for every kind of element in every other', () => {
    const code = compiled().output
    const ours = openWxml(built)(page)
    expect(kinds.length).toBeGreaterThan(5)
    for (const outer of kinds) {
      const data = {
        root: {
          cn: [
            node(
              outer,
              kinds.filter((kind) => kind !== outer).map((kind) => node(kind)),
            ),
          ],
        },
      }
      const theirs = renderCompiled(code, page, data)
      expect(theirs.complaints).toEqual([])
      expect(plainOurs(ours.render(owner(components), data))).toEqual(plainTheirs(theirs.tree))
    }
  })

  test('an element in one of its own kind that the build does not let nest is left out by WeChat, and our host complains', () => {
    const code = compiled().output
    const ours = openWxml(built)(page)
    const inItself = (kind: string) => ({ root: { cn: [node(kind, [node(kind)])] } })
    const stopped = kinds.find((kind) =>
      /recursively/.test(renderCompiled(code, page, inItself(kind)).complaints.join()),
    )
    if (stopped === undefined) throw new Error('every kind may nest: this test sees nothing')
    const complaints: string[] = []
    const shown = ours.render(owner(components, complaints), inItself(stopped))
    expect(plainOurs(shown)).toEqual(plainTheirs(renderCompiled(code, page, inItself(stopped)).tree))
    expect(complaints).toEqual([expect.stringContaining('stands within itself')])
  })
})

type Plain = string | { tag: string; attributes: Record<string, unknown>; children: Plain[] }

const camel = (name: string) =>
  name.startsWith('data-') ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function plainOurs(node: ViewNode): Plain {
  if (!(node instanceof ViewElement)) return node.text
  const attributes = Object.entries(node.attributes).filter(([, value]) => value !== undefined)
  const bindings = node.bindings.map(({ event, method, stops }) => [
    `${stops ? 'catch' : 'bind'}${event}`,
    method,
  ])
  return {
    tag: node.tag,
    attributes: Object.fromEntries([...attributes.map(([name, value]) => [camel(name), value]), ...bindings]),
    children: node.children.map(plainOurs),
  }
}

function plainTheirs(node: Compiled): Plain {
  if (typeof node !== 'object') return String(node)
  return {
    tag: node.tag.replace(/^wx-/, ''),
    attributes: node.attr,
    children: node.children.map(plainTheirs),
  }
}

function owner(components: readonly string[], complaints: string[] = []): Owner {
  return {
    usingComponents: new Map(components.map((name) => [name, name])),
    place: () => undefined,
    handle: () => undefined,
    complain: (what) => void complaints.push(what),
  }
}
