/** The official client's types, under names of our own. */
import automator from 'miniprogram-automator'

export type Program = Awaited<ReturnType<typeof automator.connect>>
export type OpenPage = NonNullable<Awaited<ReturnType<Program['currentPage']>>>
export type Found = NonNullable<Awaited<ReturnType<OpenPage['$']>>>
export { automator }
