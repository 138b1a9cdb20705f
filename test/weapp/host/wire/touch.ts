/** A finger on an element: touchstart, touchend, tap; a submit button also submits its form. */
import { dispatch } from '../view/events'
import type { ViewElement } from '../view/node'
import { innerText, isHidden } from '../view/text'
import { elementsBelow } from '../view/node'
import { liveValue } from './controls'
import type { Session } from './session'

const TOUCH = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }

/** @throws Error when a person could not tap it, or nothing would come of it. */
export function touch(session: Session, target: ViewElement): void {
  const name = `<${target.tag} class="${target.classes.join(' ')}"> ${innerText(target).slice(0, 20)}`
  if (isHidden(target)) throw new Error(`${name} is hidden`)
  for (let at: ViewElement | null = target; at; at = at.parent ?? at.host) {
    if (at.tag === 'button' && at.attributes.disabled === true) throw new Error(`${name} is disabled`)
  }
  session.phone.measure.personDid(`tap ${innerText(target).replace(/\s+/g, ' ').slice(0, 20) || name}`)
  const touches = [TOUCH]
  const detail = { x: 0, y: 0 }
  dispatch(target, { type: 'touchstart', bubbles: true, touches, detail })
  dispatch(target, { type: 'touchend', bubbles: true, touches: [], changedTouches: touches, detail })
  const heard = dispatch(target, { type: 'tap', bubbles: true, touches, detail })
  const submitted = submit(target)
  if (heard === 0 && !submitted) throw new Error(`${name}: nothing listens to a tap here`)
}

function submit(target: ViewElement): boolean {
  if (target.tag !== 'button' || target.attributes['form-type'] !== 'submit') return false
  let form = target.parent
  while (form && form.tag !== 'form') form = form.parent
  if (!form) return false
  const fields = [...elementsBelow(form)].filter(
    ({ tag, attributes }) => ['input', 'textarea', 'switch'].includes(tag) && attributes.name,
  )
  const value = Object.fromEntries(
    fields.map((field) => [String(field.attributes.name), liveValue(field, 'value') ?? '']),
  )
  return (
    dispatch(form, { type: 'submit', bubbles: false, detail: { value, target: { dataset: form.dataset } } }) >
    0
  )
}
