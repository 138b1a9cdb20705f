/** Typing, switching, sliding, scrolling: what the automator calls the functions of an element. */
import { Instance } from '../app/instance'
import { dispatch } from '../view/events'
import type { ViewElement } from '../view/node'
import { isHidden } from '../view/text'
import type { Session } from './session'

/** WeChat's own limit where a field names none. */
const INPUT_LIMIT = 140

/** What a person sees in the field: what was typed, until the app sets another value. */
export function liveValue(element: ViewElement, name: 'value' | 'checked'): unknown {
  const given = element.attributes[name]
  const typed =
    element.owner instanceof Instance ? element.owner.controls.get(`${element.key} ${name}`) : undefined
  return typed && typed.given === given ? typed.value : given
}

function setLive(element: ViewElement, name: 'value' | 'checked', value: unknown): void {
  if (!(element.owner instanceof Instance)) return
  element.owner.controls.set(`${element.key} ${name}`, { given: element.attributes[name], value })
}

/** @throws Error for a function that this host lacks, or a control that a person cannot use now. */
export function act(session: Session, element: ViewElement, name: string, args: readonly unknown[]): unknown {
  if (isHidden(element)) throw new Error(`the ${element.tag} is hidden`)
  if (element.attributes.disabled === true) throw new Error(`the ${element.tag} is disabled`)
  session.phone.measure.personDid(`${name} ${String(element.attributes.placeholder ?? '')}`.trim())
  switch (name) {
    case 'input.input':
    case 'textarea.input': {
      const limit = Number(element.attributes.maxlength ?? INPUT_LIMIT)
      const value = limit < 0 ? String(args[0]) : String(args[0]).slice(0, limit)
      setLive(element, 'value', value)
      dispatch(element, { type: 'input', bubbles: false, detail: { value, cursor: value.length } })
      return undefined
    }
    case 'switch.tap': {
      const value = liveValue(element, 'checked') !== true
      setLive(element, 'checked', value)
      dispatch(element, { type: 'change', bubbles: false, detail: { value } })
      return undefined
    }
    case 'slider.slideTo':
      setLive(element, 'value', args[0])
      dispatch(element, { type: 'change', bubbles: false, detail: { value: args[0] } })
      return undefined
    case 'swiper.swipeTo':
      dispatch(element, { type: 'change', bubbles: false, detail: { current: args[0], source: 'touch' } })
      return undefined
    case 'scroll-view.scrollTo':
      dispatch(element, {
        type: 'scroll',
        bubbles: false,
        detail: { scrollLeft: args[0], scrollTop: args[1] },
      })
      return undefined
  }
  throw new Error(`this host lacks ${name}`)
}
