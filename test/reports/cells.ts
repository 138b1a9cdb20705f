/** What a made file holds, read apart from the library that wrote it. */
import { strFromU8, unzipSync } from 'fflate'

/** The parts of a zip as text, by path. */
export function partsOf(content: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(content)).map(([path, part]) => [path, strFromU8(part)]))
}

const unescaped = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => {
    return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name] ?? ''
  })

/** As Excel reads a text: `_x0041_` is A (ECMA-376, ST_Xstring). */
const decoded = (text: string) =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** The cells of a sheet (from 1) as text, row by row; numbers as written. */
export function cellsOf(content: Uint8Array, sheet = 1): string[][] {
  const parts = partsOf(content)
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item = '']) =>
      decoded(unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))),
  )
  return [
    ...(parts[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs),
  ].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)].map(
      ([, attributes = '', value = '']) =>
        /t="s"/.test(attributes) ? (strings[Number(value)] ?? '') : value,
    ),
  )
}

/** The text of a Word file, a line for each paragraph. */
export function wordsOf(content: Uint8Array): string {
  const document = partsOf(content)['word/document.xml'] ?? ''
  return [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      unescaped([...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('')),
    )
    .join('\n')
}
