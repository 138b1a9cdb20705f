/** What DevTools opens: a copy of the built mini-program, as a project that may ask the local host. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { project } from './built'

const projectSchema = z.looseObject({ setting: z.looseObject({}) })
const made = new Map<string, string>()

/** The folder of the project, made once for a run. The product's own file stays as it is: there WeChat checks addresses. */
export function devtoolsProject(app: string): string {
  const known = made.get(app)
  if (known) return known
  const own = projectSchema.parse(JSON.parse(readFileSync(join(project, 'project.config.json'), 'utf8')))
  const { cloudfunctionRoot: _, ...kept } = own
  const folder = join(project, '.local', 'devtools', basename(app))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(app, join(folder, 'app'), { recursive: true })
  const config = {
    ...kept,
    miniprogramRoot: 'app/',
    // DevTools asks for an account that may use the app; without one it opens the app as a visitor's.
    appid: process.env.WECHAT_APP_ID ?? own.appid,
    setting: { ...own.setting, urlCheck: false },
  }
  writeFileSync(join(folder, 'project.config.json'), JSON.stringify(config, null, 2))
  made.set(app, folder)
  return folder
}
