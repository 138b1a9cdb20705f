/** Element.*: reading an element, and doing with it what a person does. */
import { z } from 'zod'
import { textOf } from '../view/attribute'
import { dispatch } from '../view/events'
import type { ViewElement } from '../view/node'
import { select } from '../view/select'
import { innerText, innerWxml, outerWxml } from '../view/text'
import type { Fields } from '../values'
import { act, liveValue } from './controls'
import { pageOf } from './page-methods'
import type { Method, Session } from './session'
import { touch } from './touch'

const elementSchema = z.object({ elementId: z.string(), pageId: z.number() })
const selectorSchema = elementSchema.extend({ selector: z.string() })
const namesSchema = elementSchema.extend({ names: z.array(z.string()) })
const eventSchema = elementSchema.extend({ type: z.string(), detail: z.unknown().optional() })
const actSchema = elementSchema.extend({ functionName: z.string(), args: z.array(z.unknown()).default([]) })
const wxmlSchema = elementSchema.extend({ type: z.enum(['inner', 'outer']) })

export function elementMethods(session: Session): Record<string, Method> {
  const element = (params: unknown) => session.handles.find(elementSchema.parse(params).elementId)
  const below = (params: unknown) => {
    const { elementId, selector } = selectorSchema.parse(params)
    const from = session.handles.find(elementId)
    return select(from.shadow ?? from, selector)
  }
  const values = (params: unknown, read: (element: ViewElement, name: string) => unknown) =>
    namesSchema.parse(params).names.map((name) => read(element(params), name) ?? null)
  /** A person can only reach what is in front. */
  const inFront = (params: unknown) => {
    const { pageId } = elementSchema.parse(params)
    const page = pageOf(session, pageId)
    if (session.phone.app?.stack.top !== page) throw new Error(`${page.route} is not the page in front`)
    return element(params)
  }
  const touched = (type: string) => (params: Fields) =>
    void dispatch(inFront(params), { type, bubbles: true, touches: [], ...params })

  return {
    'Element.getElement': (params) => {
      const [first] = below(params)
      if (!first) throw new Error('no such element')
      return session.handles.describe(first)
    },
    'Element.getElements': (params) => ({
      elements: below(params).map((one) => session.handles.describe(one)),
    }),
    'Element.getDOMProperties': (params) => ({ properties: values(params, domProperty) }),
    'Element.getAttributes': (params) => ({
      attributes: values(params, (one, name) =>
        Object.hasOwn(one.attributes, name) ? textOf(one.attributes[name]) : null,
      ),
    }),
    'Element.getProperties': (params) => ({ properties: values(params, property) }),
    'Element.getStyles': (params) => ({ styles: values(params, inlineStyle) }),
    'Element.getWXML': (params) => {
      const { type } = wxmlSchema.parse(params)
      return { wxml: type === 'inner' ? innerWxml(element(params)) : outerWxml(element(params)) }
    },
    'Element.tap': (params) => touch(session, inFront(params)),
    'Element.touchstart': touched('touchstart'),
    'Element.touchmove': touched('touchmove'),
    'Element.touchend': touched('touchend'),
    'Element.triggerEvent': (params) => {
      const { type, detail } = eventSchema.parse(params)
      const target = inFront(params)
      session.phone.measure.personDid(`${type} ${describe(target)}`)
      if (dispatch(target, { type, detail, bubbles: false }) === 0)
        throw new Error(`nothing listens to ${type} here`)
    },
    'Element.callFunction': (params) => {
      const { functionName, args } = actSchema.parse(params)
      return { result: act(session, inFront(params), functionName, args) ?? null }
    },
  }
}

export function describe(element: ViewElement): string {
  return `${element.tag}${element.classes.map((name) => `.${name}`).join('')}`
}

function domProperty(element: ViewElement, name: string): unknown {
  if (name === 'innerText') return innerText(element)
  throw new Error(`this host lays nothing out: no ${name}`)
}

function property(element: ViewElement, name: string): unknown {
  if (name === '__propPublic') {
    return Object.fromEntries(
      [...Object.keys(element.attributes), 'value', 'disabled', 'checked'].map((one) => [one, true]),
    )
  }
  return name === 'value' || name === 'checked' ? liveValue(element, name) : element.attributes[name]
}

/** Only what stands in the element's own `style`: this host reads no WXSS. */
function inlineStyle(element: ViewElement, name: string): string {
  const rules = textOf(element.attributes.style).split(';')
  return (
    rules
      .find((rule) => rule.split(':')[0]?.trim() === name)
      ?.split(/:(.*)/s)[1]
      ?.trim() ?? ''
  )
}
