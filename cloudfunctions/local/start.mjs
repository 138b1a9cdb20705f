// The entry of `npm start`. It loads the TypeScript of the local host and then lets go of the loader again, so
// that the bundles of the functions run exactly as they were built.
import { createRequire } from 'node:module'
import { register } from 'tsx/cjs/api'

const unregister = register()
const { main } = createRequire(import.meta.url)('./main.ts')
unregister()
await main()
