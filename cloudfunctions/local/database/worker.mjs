// PGlite in a thread of its own, behind a socket on the loopback: a heavy query does not hold up the host, and the
// functions speak to it through `pg` as they do in the cloud.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { wholeExchanges } from './whole-exchanges.cjs'

const CONNECTIONS = 100

try {
  const database = await PGlite.create(workerData.folder)
  const server = new PGLiteSocketServer({
    db: wholeExchanges(database),
    host: '127.0.0.1',
    port: 0,
    maxConnections: CONNECTIONS,
  })
  await server.start()
  parentPort.once('message', async () => {
    await server.stop()
    await database.close()
    parentPort.postMessage({ closed: true })
  })
  parentPort.postMessage({ port: Number(server.getServerConn().split(':').pop()) })
} catch (error) {
  parentPort.postMessage({ fault: String(error?.message ?? error) })
}
