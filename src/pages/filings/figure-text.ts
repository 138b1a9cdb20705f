/** What is typed as a monthly figure: its value, or what is wrong with it. Pure. */
import { numberIn } from '../../components/figures'
import { figureTooLarge, largestFigure } from '../../shared/filings'

type Typed = { value: number | null; problem: string | null }

export function figureIn({ whole }: { whole: boolean }, text = ''): Typed {
  const typed = text.trim()
  if (typed === '') return { value: null, problem: null }
  const wrong = (problem: string): Typed => ({ value: null, problem })
  if (/^\d+(\.\d+)?$/.test(typed) && Number(typed) > largestFigure) return wrong(figureTooLarge)
  const value = numberIn(typed)
  if (value === null || (whole && !Number.isInteger(value))) return wrong(whole ? '请填写整数' : '请填写数字')
  return { value, problem: null }
}
