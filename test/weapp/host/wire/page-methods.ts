/** Page.*: elements, data and methods of a page. */
import { z } from 'zod'
import type { Page } from '../app/page'
import { valueAt } from '../app/set-data'
import { callIfThere } from '../values'
import { select } from '../view/select'
import { runningApp, type Method, type Session } from './session'

const pageSchema = z.object({ pageId: z.number() })
const selectorSchema = pageSchema.extend({ selector: z.string() })
const dataSchema = pageSchema.extend({ path: z.string().optional() })
const changeSchema = pageSchema.extend({ data: z.record(z.string(), z.unknown()) })
const methodSchema = pageSchema.extend({ method: z.string(), args: z.array(z.unknown()).default([]) })

/** @throws Error when the page has been closed. */
export function pageOf(session: Session, pageId: number): Page {
  const page = runningApp(session).stack.alive.find(({ id }) => id === pageId)
  if (!page) throw new Error('the page is closed')
  return page
}

export function pageMethods(session: Session): Record<string, Method> {
  const find = (params: unknown) => {
    const { pageId, selector } = selectorSchema.parse(params)
    const { tree } = pageOf(session, pageId)
    return tree ? select(tree, selector) : []
  }
  return {
    'Page.getElement': (params) => {
      const [first] = find(params)
      if (!first) throw new Error('no such element')
      return session.handles.describe(first)
    },
    'Page.getElements': (params) => ({
      elements: find(params).map((element) => session.handles.describe(element)),
    }),
    'Page.getData': (params) => {
      const { pageId, path } = dataSchema.parse(params)
      const { data } = pageOf(session, pageId)
      return { data: path === undefined ? data : valueAt(data, path) }
    },
    'Page.setData': (params) => {
      const { pageId, data } = changeSchema.parse(params)
      pageOf(session, pageId).setData(data)
    },
    'Page.callMethod': async (params) => {
      const { pageId, method, args } = methodSchema.parse(params)
      const { realm } = runningApp(session)
      return {
        result: await callIfThere(
          pageOf(session, pageId).self,
          method,
          ...args.map((one) => realm.into(one)),
        ),
      }
    },
  }
}
