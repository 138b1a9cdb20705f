/** The tree that a page shows: elements with their attributes and bound events, and pieces of text. */
import type { Fields } from '../values'

/** Whose template an element comes from: a page or a custom component. Events go to its methods. */
export type Owner = {
  readonly usingComponents: ReadonlyMap<string, string>
  /** Makes or refreshes the custom component that stands at this element. */
  place(element: ViewElement, definition: string): void
  handle(method: string, event: Fields): unknown
  /** WeChat leaves something out, and says so in its console alone. */
  complain(what: string): void
}

export type Binding = {
  /** `tap`, `input`, … */
  event: string
  method: string
  capture: boolean
  /** The event goes no further. */
  stops: boolean
}

export class ViewElement {
  children: ViewNode[] = []
  /** The custom component that stands here. Selectors of the outer tree do not look into it. */
  component: { readonly tree: ViewElement | null } | null = null
  /** Of the root of such a tree: the element at which it stands. */
  host: ViewElement | null = null

  constructor(
    readonly tag: string,
    /** The same for the same element in every rendering. */
    readonly key: string,
    readonly attributes: Fields,
    readonly bindings: readonly Binding[],
    readonly parent: ViewElement | null,
    readonly owner: Owner,
  ) {}

  /** The root of a custom component's own tree. */
  get shadow(): ViewElement | null {
    return this.component?.tree ?? null
  }

  get id(): string {
    const { id } = this.attributes
    return id === undefined || id === null ? '' : String(id)
  }

  get classes(): string[] {
    return String(this.attributes.class ?? '')
      .split(/\s+/)
      .filter((name) => name !== '')
  }

  /** `data-sid` as `sid`, `data-the-name` as `theName`. */
  get dataset(): Fields {
    return Object.fromEntries(
      Object.entries(this.attributes)
        .filter(([name]) => name.startsWith('data-'))
        .map(([name, value]) => [
          name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
          value,
        ]),
    )
  }
}

export class ViewText {
  constructor(
    readonly text: string,
    readonly parent: ViewElement,
  ) {}
}

export type ViewNode = ViewElement | ViewText

/** The element, then everything below it, in the order of the document. */
export function* elementsBelow(element: ViewElement): Generator<ViewElement> {
  for (const child of element.children) {
    if (!(child instanceof ViewElement)) continue
    yield child
    yield* elementsBelow(child)
  }
}
