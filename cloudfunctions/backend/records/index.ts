/** The stored records: reading, changing, their revisions, photos and history. */
export * from './change'
export * from './history'
export * from './lists'
export * from './of-months'
export * from './photos'
export * from './stored'
