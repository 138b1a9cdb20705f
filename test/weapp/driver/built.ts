/** Where the built mini-program lies. */
import { join, resolve } from 'node:path'

export const project = resolve(__dirname, '..', '..', '..')
/** Another folder than the usual one while others build there. */
export const built = resolve(process.env.WEAPP_BUILD ?? join(project, 'dist', 'weapp'))
