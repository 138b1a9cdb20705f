#!/usr/bin/env node
// A `cli` as DevTools has one, for testing the way to DevTools where there is none: it opens the port that it is asked
// for and passes on what it hears to the headless host at STAND_IN_DEVTOOLS, until the client goes away.
import { connect, createServer } from 'node:net'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    project: { type: 'string' },
    'auto-port': { type: 'string' },
    'trust-project': { type: 'boolean' },
  },
  allowPositionals: true,
})
const server = createServer((client) => {
  const host = connect(Number(process.env.STAND_IN_DEVTOOLS), '127.0.0.1')
  client.pipe(host).pipe(client)
  for (const socket of [client, host]) socket.on('error', () => undefined)
  client.on('close', () => {
    host.destroy()
    server.close()
  })
})
server.listen(Number(values['auto-port']), '127.0.0.1')
