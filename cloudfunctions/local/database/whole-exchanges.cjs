// pglite-socket (0.2.17) keeps a connection to itself only within a transaction. Outside of one, a query with parameters
// is five messages, and between two of them another connection may put in its own: queries then fail, or get each
// other's rows. Here PGlite counts as "in a transaction" from the first message of a query to its Sync, which is what
// the socket server asks before it takes a message of another connection.

/** Parse, Bind, Describe, Execute, Close, Flush: messages that a Sync still has to follow. */
const unfinished = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

/** The same PGlite, to be given to the socket server. */
function wholeExchanges(pglite) {
  let open = false
  const instead = {
    isInTransaction: () => open || pglite.isInTransaction(),
    execProtocolRawStream: async (message, options) => {
      try {
        return await pglite.execProtocolRawStream(message, options)
      } finally {
        open = unfinished.has(message[0])
      }
    },
    // The server's own ROLLBACK for a connection that was lost in the middle.
    exec: (...given) => {
      open = false
      return pglite.exec(...given)
    },
  }
  return new Proxy(pglite, {
    get(target, name) {
      if (Object.hasOwn(instead, name)) return instead[name]
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

module.exports = { wholeExchanges }
