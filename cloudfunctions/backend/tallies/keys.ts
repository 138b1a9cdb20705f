/** Keys of several parts, for maps. */

/** No id holds a line break. */
export const keyOf = (...parts: string[]) => parts.join('\n')
