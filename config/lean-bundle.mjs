// Things that esbuild cannot know by itself, and that take half a megabyte off each function: src/shared is pure,
// so a module of it that nothing is used of can go (a function that reads no rubric carries none); and zod's `z` is
// an object that holds everything, fifty languages included, while the same names as a namespace can be left out
// one by one. What a schema could say of itself as JSON Schema, pg's client in C, its search for Cloudflare and for
// passwords in a file, statements of the kind MERGE, the list of tables and their making (a function's database user
// may not), a schema other than the database's own, no function asks for; and errors are in Chinese.
import { readFile } from 'node:fs/promises'

const refusal = (what) => `() => { throw new Error('${what} was left out of the bundle') }`
const leftOut = [
  {
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/,
    // The first two are asked for when a schema is made; what they give is never called.
    contents: [
      `export const createToJSONSchemaMethod = () => ${refusal('JSON Schema')}`,
      `export const createStandardJSONSchemaMethod = () => ${refusal('JSON Schema')}`,
      ...['extractDefs', 'finalize', 'initializeContext', 'processSchema'].map(
        (name) => `export const ${name} = ${refusal('JSON Schema')}`,
      ),
    ].join('\n'),
  },
  {
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/,
    contents: 'module.exports = {}',
  },
  {
    filter: /[\\/]pg[\\/]lib[\\/]native[\\/]index\.js$/,
    contents: `module.exports = ${refusal('pg-native')}`,
  },
  {
    // The original asks whether this is a Cloudflare worker, and to find out starts all of Node's fetch: 25 ms.
    filter: /[\\/]pg[\\/]lib[\\/]stream\.js$/,
    contents: `const { Socket } = require('node:net')
      module.exports = {
        getStream: () => new Socket(),
        getSecureStream: (options) => require('node:tls').connect(options),
      }`,
  },
  {
    filter: /[\\/]pgpass[\\/]lib[\\/]index\.js$/,
    contents: 'module.exports = (_, found) => found()',
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]query-builder[\\/]merge-query-builder\.js$/,
    contents: `export class MergeQueryBuilder { constructor() { (${refusal('MERGE')})() } }`,
  },
  {
    // backend/serve sets the Chinese ones.
    filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]en\.js$/,
    contents: 'export default () => ({})',
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]dialect[\\/]postgres[\\/]postgres-introspector\.js$/,
    contents: `export class PostgresIntrospector { constructor() { (${refusal('the list of tables')})() } }`,
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]schema[\\/]schema\.js$/,
    contents: `export class SchemaModule { constructor() { (${refusal('the making of tables')})() } }`,
  },
  {
    // With it goes all that rewrites queries.
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]plugin[\\/]with-schema[\\/]with-schema-plugin\.js$/,
    contents: `export class WithSchemaPlugin { constructor() { (${refusal('another schema')})() } }`,
  },
]

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
    const unmatched = new Set(leftOut.map(({ filter }) => filter))
    for (const { filter, contents } of leftOut) {
      build.onLoad({ filter }, () => {
        unmatched.delete(filter)
        return { contents, loader: 'js' }
      })
    }
    // A package that moves its files would grow every function again without a word.
    build.onEnd(({ errors }) =>
      errors.length > 0
        ? undefined
        : {
            errors: [...unmatched].map((filter) => ({
              text: `lean-bundle: ${filter} matches no module any more`,
            })),
          },
    )
  },
}
