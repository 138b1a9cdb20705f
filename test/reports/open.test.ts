/** LibreOffice opens one of each file without a complaint, and takes nothing that somebody typed for a formula. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { CELL_LIMIT, cutToCell } from '../../cloudfunctions/reports/plain-text'
import { asWritten, cleaned, makeFiles } from './files'

jest.setTimeout(240_000)
const folder = mkdtempSync(join(tmpdir(), 'reports-'))
const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path))
let files: Record<string, Uint8Array> = {}

/** Converts in a profile of its own, so that nobody else's LibreOffice is in the way; gives what it complained of. */
function convert(names: readonly string[], to: string): string[] {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const said = execFileSync(
    process.env.SOFFICE ?? soffice ?? 'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      ...names.map((name) => join(folder, name)),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 200_000 },
  )
  return said.split('\n').filter((line) => /warn|error|fail|corrupt|repair/i.test(line))
}

beforeAll(async () => {
  files = await makeFiles()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('each becomes a PDF of A4 pages', () => {
  expect(convert(Object.keys(files), 'pdf')).toEqual([])
  for (const name of Object.keys(files)) {
    const pdf = readFileSync(join(folder, name.replace(/\.\w+$/, '.pdf')), 'latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) =>
      [width, height].map((side) => Math.round(Number(side))),
    )
    const lying = name.endsWith('.xlsx')
    expect([name, boxes.length > 0]).toEqual([name, true])
    for (const box of boxes) expect([name, box]).toEqual([name, lying ? [842, 595] : [595, 842]])
  }
})

test('texts that look like formulas are still those texts in a cell', () => {
  // Tab-separated; no quotes; every sheet in a file of its own.
  expect(
    convert(['ledger.xlsx'], 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1'),
  ).toEqual([])
  const activities = readFileSync(join(folder, 'ledger-服务活动.csv'), 'utf8')
  const participants = readFileSync(join(folder, 'ledger-参与企业.csv'), 'utf8')
  for (const text of asWritten) {
    const quoted = text.replaceAll('"', '""')
    for (const sheet of [activities, participants]) expect(sheet).toContain(quoted)
  }
  expect(participants).toContain(cleaned.replaceAll('"', '""'))
})

test('no part of any file has a formula, and each part is what XML allows', () => {
  for (const [name, content] of Object.entries(files)) {
    for (const [path, bytes] of Object.entries(unzipSync(content))) {
      const text = strFromU8(bytes)
      const where = `${name} ${path}`
      expect([where, /<f[ >]|DDE|<w:instrText[^>]*>(?!\s*PAGE)/.test(text)]).toEqual([where, false])
      // eslint-disable-next-line no-control-regex -- those that XML forbids
      expect([where, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)]).toEqual([
        where,
        false,
      ])
    }
  }
})

test('a text is cut to what a cell holds, never within a character, and says so', () => {
  for (const text of ['字'.repeat(40_000), '👍'.repeat(20_000), `a${'👍'.repeat(20_000)}`]) {
    const cut = cutToCell(text)
    expect(cut.length).toBeLessThanOrEqual(CELL_LIMIT)
    expect(cut).toMatch(/…\(内容过长,已截断\)$/)
    expect(/[\ud800-\udfff]/u.test(cut)).toBe(false)
  }
  expect(cutToCell('字'.repeat(CELL_LIMIT))).toHaveLength(CELL_LIMIT)
})
