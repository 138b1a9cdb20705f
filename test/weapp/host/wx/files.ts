/** The file system manager and wx.env. */
import type { RunningApp } from '../app/app'
import { bytesOf } from '../app/realm'
import { USER_FOLDER } from '../file-system'
import { fieldsOf, type Fields } from '../values'
import { answering, atOnce, Refused } from './call'

/** Parameters in the order of the …Sync form, then what it does. */
type Method = { parameters: string[]; run(given: Fields): Fields | void; gives?: string }

export function fileMethods(app: RunningApp): Fields {
  const { files } = app.phone
  const methods: Record<string, Method> = {
    access: {
      parameters: ['path'],
      run: ({ path }) => {
        if (!files.exists(String(path))) throw new Refused(`no such file or directory ${String(path)}`)
      },
    },
    mkdir: {
      parameters: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) => app.write(() => files.makeFolder(String(dirPath), recursive === true)),
    },
    readFile: {
      parameters: ['filePath', 'encoding'],
      run: ({ filePath, encoding }) => {
        const bytes = files.read(String(filePath))
        return { data: encoding === undefined ? bytes : Buffer.from(bytes).toString(encodingOf(encoding)) }
      },
      gives: 'data',
    },
    writeFile: {
      parameters: ['filePath', 'data', 'encoding'],
      run: ({ filePath, data, encoding }) => {
        const bytes = typeof data === 'string' ? Buffer.from(data, encodingOf(encoding)) : bytesOf(data)
        if (!bytes) throw new Refused('parameter error: data should be a text or an ArrayBuffer')
        app.write(() => files.write(String(filePath), new Uint8Array(bytes)))
      },
    },
    unlink: {
      parameters: ['filePath'],
      run: ({ filePath }) => app.write(() => files.remove(String(filePath))),
    },
    readdir: {
      parameters: ['dirPath'],
      run: ({ dirPath }) => ({ files: files.list(String(dirPath)) }),
      gives: 'files',
    },
    copyFile: {
      parameters: ['srcPath', 'destPath'],
      run: ({ srcPath, destPath }) => {
        const bytes = files.read(String(srcPath))
        app.write(() => files.write(String(destPath), bytes))
      },
    },
    getFileInfo: {
      parameters: ['filePath'],
      run: ({ filePath }) => ({ size: files.read(String(filePath)).length }),
    },
  }
  const manager: Fields = {}
  for (const [name, { parameters, run, gives }] of Object.entries(methods)) {
    manager[name] = answering(app, name, (options) => run(options))
    manager[`${name}Sync`] = atOnce(app, `${name}Sync`, (...given) => {
      const answer = run(Object.fromEntries(parameters.map((parameter, at) => [parameter, given[at]])))
      return gives === undefined ? undefined : fieldsOf(answer)[gives]
    })
  }
  return {
    env: app.realm.object({ USER_DATA_PATH: USER_FOLDER }),
    getFileSystemManager: () => app.realm.object(manager),
  }
}

function encodingOf(value: unknown): BufferEncoding {
  const known: BufferEncoding[] = [
    'utf8',
    'base64',
    'hex',
    'ascii',
    'latin1',
    'utf-8',
    'binary',
    'ucs2',
    'utf16le',
  ]
  return known.find((encoding) => encoding === value) ?? 'utf8'
}
