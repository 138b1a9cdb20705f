/** The door to whatever delivers a message to a person's WeChat. */

/** The values stand for a template's keywords, such as thing1. */
export type Message = {
  openid: string
  templateId: string
  /** The screen that the message opens, as WeChat wants it: without a leading slash. */
  page: string
  values: Record<string, string>
}
/** Resolves when WeChat has taken the message; rejects otherwise. */
export type SendMessage = (message: Message) => Promise<void>

/** Which templates are set up; without one nothing of its kind is sent. */
export type Templates = { reminder: string | null; decision: string | null }
export type Messages = { templates: Templates; send: SendMessage }
