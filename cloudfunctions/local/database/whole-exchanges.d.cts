/** The same PGlite, to be given to the socket server: no connection's query is cut in two by another's. */
export function wholeExchanges<Served extends object>(pglite: Served): Served
