// Stands in for BigInt where a phone has none. We never count with it: it must only be there while zod loads.
const root = typeof globalThis === 'object' ? globalThis : global
module.exports = typeof root.BigInt === 'function' ? root.BigInt : Number
