// Bundles every cloud function into dist/cloudfunctions/<name>/, ready to be uploaded as it stands.
// Another folder can be given, so that a test builds its own and leaves that one alone.
import { existsSync } from 'node:fs'
import { copyFile, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { leanBundle } from './lean-bundle.mjs'

/** Rooms beside the functions that are no functions themselves. */
const notFunctions = new Set(['backend', 'local'])
const source = 'cloudfunctions'
const target = process.argv[2] ?? join('dist', 'cloudfunctions')

const newestMigration = (await readdir(join(source, 'backend', 'migrations')))
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .at(-1)
  ?.slice(0, -'.sql'.length)
const own = JSON.parse(await readFile('package.json', 'utf8'))
// Too heavy to bundle: the function's package.json asks for them and CloudBase installs them. What makes files is
// loaded when a file is asked for.
const external = Object.fromEntries(
  ['wx-server-sdk', 'docx', 'hucre'].map((id) => [id, own.dependencies[id]]),
)

const folders = existsSync(source) ? await readdir(source, { withFileTypes: true }) : []
const names = folders
  .filter((folder) => folder.isDirectory() && !notFunctions.has(folder.name))
  .map((folder) => folder.name)
  .filter((name) => existsSync(join(source, name, 'index.ts')))
  .sort()

await rm(target, { recursive: true, force: true })

// All in one go: what the functions share is read and parsed once.
if (names.length > 0) {
  await build({
    entryPoints: names.map((name) => ({ in: join(source, name, 'index.ts'), out: `${name}/index` })),
    outdir: target,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    sourcemap: false,
    legalComments: 'none',
    charset: 'utf8',
    // What `session.health` says; the functions carry no migrations.
    define: {
      'process.env.PRODUCT_VERSION': JSON.stringify(own.version),
      'process.env.NEWEST_MIGRATION': JSON.stringify(newestMigration),
    },
    plugins: [leanBundle],
    // pg takes these two only where they are installed; we use neither.
    external: [...Object.keys(external), 'pg-native', 'pg-cloudflare'],
    logLevel: 'warning',
  })
}

for (const name of names) {
  const out = join(target, name)
  const bundle = await readFile(join(out, 'index.js'), 'utf8')
  const dependencies = Object.fromEntries(
    Object.entries(external).filter(
      ([id]) => bundle.includes(`require("${id}")`) || bundle.includes(`import("${id}")`),
    ),
  )
  const manifest = { name, version: own.version, private: true, main: 'index.js', dependencies }
  await writeFile(join(out, 'package.json'), JSON.stringify(manifest, null, 2) + '\n')
  const config = join(source, name, 'config.json')
  if (existsSync(config)) await copyFile(config, join(out, 'config.json'))
  const { size } = await stat(join(out, 'index.js'))
  console.log(`${name.padEnd(12)} ${(size / 1024).toFixed(1).padStart(8)} KB`)
}
console.log(names.length === 0 ? 'no functions yet' : `${names.length} functions in ${target}`)
