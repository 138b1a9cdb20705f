/** Names of files. Pure. */
import { periodTitle } from '../../src/shared/calendar'

/** Code points of a whole name without its ending: long Chinese names must fit a path of 850 bytes, encoded. */
const LONGEST = 80

/**
 * `['长沙市窗口平台', '2023年', '评分表'], 'xlsx'` → `长沙市窗口平台_2023年_评分表.xlsx`. Characters that a path,
 * Windows or WeChat's storage gives a meaning to are left out.
 */
export function fileNameOf(parts: readonly string[], ending: 'xlsx' | 'docx' | 'zip'): string {
  return `${safeName(parts.join('_'), LONGEST)}.${ending}`
}

/** A part of a path that means the same on every system; never empty. */
export function safeName(text: string, longest: number): string {
  const safe = text.replace(/[\p{C}\p{Z}\\/:*?"<>|^{}[\]~%#&`'$=]+/gu, '').replace(/^[.-]+|\.+$/g, '')
  return [...safe].slice(0, longest).join('') || '未命名'
}

/** 2023年第二季度: as on the screens, without spaces. */
export function periodName(period: string): string {
  return periodTitle(period).replaceAll(' ', '')
}
