// Stands in for BigInt where a phone has none (iOS 12 and 13). zod asks for it while it loads; the hash of @noble
// writes one length with it, and gets that right only through DataView, which then lacks the method too.
const root = typeof globalThis === 'object' ? globalThis : global
const missing = typeof root.BigInt !== 'function'

if (missing && typeof DataView.prototype.setBigUint64 !== 'function') {
  /** Whole numbers up to 2^53. */
  DataView.prototype.setBigUint64 = function setBigUint64(offset, value, littleEndian) {
    this.setUint32(offset + (littleEndian ? 4 : 0), Math.floor(value / 0x100000000), littleEndian)
    this.setUint32(offset + (littleEndian ? 0 : 4), value % 0x100000000, littleEndian)
  }
}

module.exports = missing ? Number : root.BigInt
