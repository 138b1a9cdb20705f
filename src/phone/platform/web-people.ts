/** The preview's stand-in for signing in: the example people of the local host. */
import { z } from 'zod'
import type { PreviewPeople, PreviewPerson } from './types'

const KEY = 'preview-person'
const peopleSchema = z.object({
  people: z.array(
    z.object({
      openid: z.string(),
      name: z.string(),
      title: z.string(),
    }),
  ),
})

export function currentPerson(): string | null {
  return localStorage.getItem(KEY)
}

export const previewPeople: PreviewPeople = {
  current: currentPerson,
  async list(): Promise<PreviewPerson[]> {
    try {
      const answer = await fetch('/preview/people')
      return peopleSchema.parse(await answer.json()).people
    } catch {
      return []
    }
  },
  become(openid) {
    localStorage.setItem(KEY, openid)
    window.location.reload()
  },
}
