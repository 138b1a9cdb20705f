// Things that esbuild cannot know by itself, and that take half a megabyte off each function: src/shared is pure,
// so a module of it that nothing is used of can go (a function that reads no rubric carries none); and zod's `z` is
// an object that holds everything, fifty languages included, while the same names as a namespace can be left out
// one by one.
import { readFile } from 'node:fs/promises'

export const leanBundle = {
  name: 'lean-bundle',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, async (imported) => {
      if (imported.pluginData === 'resolving') return undefined
      const { path, errors } = await build.resolve(imported.path, {
        importer: imported.importer,
        resolveDir: imported.resolveDir,
        kind: imported.kind,
        pluginData: 'resolving',
      })
      const isShared = errors.length === 0 && /[\\/]src[\\/]shared[\\/]/.test(path)
      return isShared ? { path, sideEffects: false } : undefined
    })
    build.onLoad({ filter: /[\\/](src|cloudfunctions)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        /^import \{ z \} from 'zod'/m,
        "import * as z from 'zod'",
      ),
      loader: 'ts',
    }))
  },
}
