/** Whether bytes begin as a picture, told from their header alone: the file is not decoded. */

/** Pixels of a side: less is no photo of an event, more no phone makes. */
export const sides = { least: 64, most: 30_000 } as const

type Size = { width: number; height: number }

/** Why these bytes are no evidence, in Chinese; null where they begin as a picture of sensible size. */
export function pictureFault(content: Uint8Array): string | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const format = formats.find(({ is }) => is(bytes))
  if (!format) return '不是照片文件'
  const size = format.size(bytes)
  if (!size) return '照片文件已损坏'
  const { width, height } = size
  if (Math.min(width, height) < sides.least) return `照片太小（${width}×${height}）`
  return Math.max(width, height) > sides.most ? `照片尺寸不对（${width}×${height}）` : null
}

const text = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to)
const heifBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']

const formats: { is: (bytes: Buffer) => boolean; size: (bytes: Buffer) => Size | null }[] = [
  { is: (bytes) => bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff, size: sizeOfJpeg },
  {
    is: (bytes) => text(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n',
    size: (bytes) =>
      bytes.length >= 24 && text(bytes, 12, 16) === 'IHDR'
        ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
        : null,
  },
  { is: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP', size: sizeOfWebp },
  {
    is: (bytes) => text(bytes, 4, 8) === 'ftyp' && heifBrands.includes(text(bytes, 8, 12)),
    size: sizeOfHeif,
  },
]

/** Walks the segments up to the frame header. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    // A filling byte, or a marker without a segment.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

function sizeOfWebp(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null
  switch (text(bytes, 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

/** The largest of the sizes that the boxes tell: tiles and thumbnails have theirs too. */
function sizeOfHeif(bytes: Buffer): Size | null {
  const head = bytes.subarray(0, 256 * 1024)
  let best: Size | null = null
  for (let at = head.indexOf('ispe'); at >= 0; at = head.indexOf('ispe', at + 4)) {
    if (at + 16 > head.length) break
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) }
    if (!best || size.width * size.height > best.width * best.height) best = size
  }
  return best
}
