/** Files of a server: fetching one, and WeChat's own viewer. */
import type { RunningApp } from '../app/app'
import type { Fields } from '../values'
import { answeringAll, Refused } from './call'

const VIEWABLE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

export function documentMethods(app: RunningApp): Fields {
  const { files } = app.phone
  return answeringAll(app, {
    downloadFile: async (options) => {
      const { cloud, online, mayRequest } = app.phone
      if (!online || (cloud.url === null && !mayRequest)) throw new Refused('request:fail')
      // The cloud gives whole addresses; the local host's begin at its own.
      const answer = await fetch(new URL(String(options.url), cloud.url ?? undefined))
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const filePath = String(options.filePath)
      if (options.filePath === undefined) throw new Refused('this host wants to be told where to')
      app.write(() => files.write(filePath, bytes))
      return { statusCode: answer.status, filePath }
    },
    openDocument: (options) => {
      const { filePath, fileType } = options
      if (!files.exists(String(filePath))) throw new Refused('no such file or directory')
      if (!VIEWABLE.includes(String(fileType))) throw new Refused('filetype not supported')
    },
  })
}
