/** Loads the app's scripts as WeChat does: `require` of its own files by relative path, browser names undefined. */
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isCallable, isObject } from '../values'
import type { Realm } from './realm'

/** WeChat hands these to every script as undefined. */
const BROWSER_NAMES = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'Caches'],
  ...['screen', 'alert', 'confirm', 'prompt', 'XMLHttpRequest', 'WebSocket'],
]

export class Scripts {
  private readonly modules = new Map<string, object>()

  constructor(
    private readonly folder: string,
    private readonly realm: Realm,
  ) {}

  /** Runs a script once, by its path in the app's folder without `.js`, and gives its exports. */
  load(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return Reflect.get(known, 'exports')
    const file = join(this.folder, `${path}.js`)
    if (!existsSync(file)) throw this.realm.error(`module '${path}.js' is not defined`)
    const module = this.realm.object({ exports: this.realm.object() })
    this.modules.set(path, module)
    const source = readFileSync(file, 'utf8')
    const wrapped = `(function (require, module, exports, ${BROWSER_NAMES.join(', ')}) {${source}\n})`
    const body = this.realm.run(wrapped, file)
    if (isCallable(body)) body(this.requireFrom(posix.dirname(path)), module, Reflect.get(module, 'exports'))
    return Reflect.get(module, 'exports')
  }

  private requireFrom(folder: string) {
    return (name: unknown) => {
      const wanted = String(name)
      const path = posix.normalize(wanted.startsWith('/') ? wanted.slice(1) : posix.join(folder, wanted))
      // WeChat has no packages: a bare name is a file beside this one.
      if (path.startsWith('..'))
        throw this.realm.error(`module '${wanted}' is not defined, require args is '${wanted}'`)
      const folded = path.replace(/\.js$/, '')
      const exists = existsSync(join(this.folder, `${folded}.js`))
      const module = this.load(exists ? folded : `${folded}/index`)
      return isObject(module) ? module : undefined
    }
  }
}
