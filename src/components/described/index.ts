/** What a screen reader says for a piece that is drawn rather than written. */

export function described(
  label: string,
  role: 'img' | 'button' | 'progressbar' | 'alert' | 'radio' | 'checkbox' | 'group' = 'img',
) {
  return { 'aria-label': label, 'aria-role': role }
}

/** The same for an `Image`, within which a browser puts an image of its own. */
export function pictured(label: string) {
  return { 'aria-label': label, nativeProps: { alt: label } }
}
