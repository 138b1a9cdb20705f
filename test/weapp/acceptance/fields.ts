/** Forms with many fields that look alike: a table of points, a row of figures. */
import type { Found } from '../driver'
import { squeezed, type Screen } from './screen'

type Field = Found & { input(value: string): Promise<void> }

const isField = (element: Found): element is Field =>
  'input' in element && typeof element.input === 'function'

/** All fields with this placeholder, from the first to the last. */
export async function fieldsWith(screen: Screen, placeholder: string): Promise<Field[]> {
  const elements = [...(await screen.all('input')), ...(await screen.all('textarea'))].filter(isField)
  const shown = await Promise.all(elements.map((element) => element.property('placeholder')))
  return elements.filter((_, at) => squeezed(String(shown[at])).includes(squeezed(placeholder)))
}

/** What stands in a field. */
export const valueOf = async (field: Found | undefined) => String((await field?.property('value')) ?? '')

/** Types into the field that stands beside or below this label. */
export async function typeIn(screen: Screen, label: string, text: string): Promise<void> {
  const row = await screen.findWith(label, '.field-row')
  const [field] = (await screen.all('input', row)).filter(isField)
  if (!field) throw new Error(`no field at ${label}`)
  await field.input(text)
}
