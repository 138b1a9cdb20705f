/**
 * What JavaScript of today has and WeChat's oldest phones lack. The package miniprogram-compat says for the base
 * library 3.6 and later: iOS 14 and Chrome 86, with 80 modules of core-js brought along. What follows is in neither.
 */

/** Globals that a phone does not have, or not on every phone. */
export const MISSING_GLOBALS = [
  ...['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl'],
  ...['WeakRef', 'FinalizationRegistry', 'Iterator'],
  // There from iOS 14 on; the build promises to do without.
  ...['BigInt', 'BigInt64Array', 'BigUint64Array'],
]

const copies = ['toSorted', 'toReversed', 'with']

/** Methods by the object that should not have them. */
export const MISSING_METHODS: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': [...copies, 'toSpliced'],
  'Int8Array.prototype.__proto__': copies,
  'DataView.prototype': ['getBigInt64', 'getBigUint64', 'setBigInt64', 'setBigUint64'],
  'String.prototype': ['isWellFormed', 'toWellFormed'],
  'ArrayBuffer.prototype': ['transfer', 'transferToFixedLength', 'resize'],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
  ],
  Array: ['fromAsync'],
  Object: ['groupBy'],
  Map: ['groupBy'],
  Promise: ['withResolvers', 'try'],
}
