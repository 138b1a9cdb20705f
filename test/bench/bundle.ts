// Makes one file of a bench and all that it uses. A source that looks for files beside itself still finds them.
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { build, type Plugin } from 'esbuild'

const sourceFolders: Plugin = {
  name: 'source-folders',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](cloudfunctions|test|config)[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!/\b__dirname\b/.test(text)) return undefined
      return { contents: `const __dirname = ${JSON.stringify(dirname(path))}\n${text}`, loader: 'ts' }
    })
  },
}

/** The bench prints its rows as JSON. It ends by itself, pools and workers or not. */
export async function bundleBench(name: string, outfile: string): Promise<void> {
  await build({
    stdin: {
      contents: `import { bench } from './${name}'
        const print = (rows) => process.stdout.write(JSON.stringify(rows), () => process.exit())
        const fail = (error) => {
          console.error('${name}: ' + (error?.message ?? error))
          process.exit(1)
        }
        Promise.resolve().then(bench).then(print).catch(fail)`,
      resolveDir: __dirname,
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    packages: 'external',
    plugins: [sourceFolders],
    logLevel: 'error',
  })
}
