/**
 * What a screen reader says for a piece that is drawn rather than written. WeChat reads `aria-role`, a browser `role`.
 */
export function described(
  label: string,
  role: 'img' | 'button' | 'progressbar' | 'alert' | 'radio' | 'group' = 'img',
) {
  return { 'aria-label': label, 'aria-role': role, role }
}
