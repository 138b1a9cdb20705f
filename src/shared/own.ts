/** Members of tables whose names come from outside: `constructor` is no entry of theirs. */

const { hasOwnProperty } = Object.prototype

/** Is there an entry of this name? (`Object.hasOwn` is missing on iOS before 15.4.) */
export function hasOwn(table: object, name: string): boolean {
  return hasOwnProperty.call(table, name)
}

/** The entry of this name; undefined if the table itself has none. */
export function ownEntry<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return hasOwnProperty.call(table, name) ? table[name] : undefined
}
