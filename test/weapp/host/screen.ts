/** What WeChat itself shows over the app: toasts, modals, sheets, badges. Modals wait until someone answers. */
import type { Fields } from './values'

type Question = { kind: 'modal' | 'sheet' | 'permission'; options: Fields; answer: (given: Fields) => void }

export class Screen {
  readonly toasts: string[] = []
  /** Text of the loading box, while it is shown. */
  loading: string | null = null
  readonly badges = new Map<number, string>()
  title = ''
  clipboard = ''
  private questions: Question[] = []

  ask(kind: Question['kind'], options: Fields): Promise<Fields> {
    return new Promise((resolve) => this.questions.push({ kind, options, answer: resolve }))
  }

  /** What waits for an answer, for messages of failed tests. */
  get waiting(): { kind: string; options: Fields }[] {
    return this.questions.map(({ kind, options }) => ({ kind, options }))
  }

  /** @throws Error when nothing of this kind is asked. */
  answer(kind: Question['kind'], given: Fields): void {
    const at = this.questions.findIndex((question) => question.kind === kind)
    const [question] = at < 0 ? [] : this.questions.splice(at, 1)
    if (!question) throw new Error(`no ${kind} is shown`)
    question.answer(given)
  }

  clear(): void {
    this.questions = []
    this.loading = null
    this.badges.clear()
  }
}
