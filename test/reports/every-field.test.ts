/** Nothing that a person entered is lost on the way to any of its readers: a walk through the schema of each kind. */
import type { z } from 'zod'
import { activitySheets } from '../../cloudfunctions/reports/activity-sheets'
import { otherSheets } from '../../cloudfunctions/reports/other-sheets'
import { changesBetween } from '../../cloudfunctions/review/changes'
import { changeText, detailsOf, screenStyle } from '../../src/format'
import { recordAsText } from '../../src/phone/list'
import {
  kindOf,
  plainStyle,
  rawText,
  recordKinds,
  recordPayload,
  written,
  type RecordPayload,
} from '../../src/shared/records'
import { everyField, kinds, pathsOf } from '../shared/records/every-field'
import { activityRecord, ledger, now } from './files'

/** What the head of a record's page shows, beside its details: its title, kind, participants and photos. */
const shownInHead = ['category', 'title', 'attendances', 'photos']

/** The paths that a schema has, optional ones too. */
function pathsOfSchema(schema: z.core.$ZodType, prefix: string): string[] {
  const { def } = schema._zod as { def: { type: string; innerType?: z.core.$ZodType; shape?: object } }
  if (def.innerType) return pathsOfSchema(def.innerType, prefix)
  if (def.type !== 'object') return [prefix]
  return Object.entries(def.shape ?? {}).flatMap(([key, member]: [string, z.core.$ZodType]) =>
    key === 'kind' ? [] : pathsOfSchema(member, prefix === '' ? key : `${prefix}.${key}`),
  )
}

/** The texts of a record's row in its sheet of the evidence pack. */
function rowOf(payload: RecordPayload): string {
  const pack = { ...ledger, records: [{ ...activityRecord(0), payload }], participations: [] }
  const sheets = payload.kind === 'activity' ? activitySheets(pack, now).slice(0, 1) : otherSheets(pack, now)
  return sheets.flatMap(({ rows }) => rows.flat()).join('\n')
}

/** As a ledger has it: times beside their day, numbers bare. */
function inLedger(payload: RecordPayload, path: string): string[] {
  const field = kindOf(payload).fields.find((each) => each.path === path)
  if (!field) throw new Error(`no field ${path}`)
  const raw = rawText(payload, field)
  if (field.format.as === 'number') return [raw]
  if (field.format.as === 'photos') return [raw.replace(/ 张$/, '')]
  return written(raw, field.format, plainStyle).split(' ')
}

describe.each(kinds)('a record of the kind %s with every field', (kind) => {
  const payload = everyField[kind]
  const fields = recordKinds[kind].fields

  it('has all that its schema has, and its schema takes it', () => {
    const schema = recordPayload.options.find(({ shape }) => shape.kind.value === kind)
    if (!schema) throw new Error('no schema')
    expect(recordPayload.parse(payload)).toEqual(payload)
    expect(pathsOf(payload).sort()).toEqual(pathsOfSchema(schema, '').sort())
  })

  it('has a label and a value for each of them', () => {
    expect(fields.map(({ path }) => path).sort()).toEqual(pathsOf(payload).sort())
    for (const { label } of fields) expect(label).toMatch(/^[\u4e00-\u9fff]+$/)
    expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length)
  })

  it('loses none in 复制为文字', () => {
    const text = recordAsText('r-1', '浏阳市窗口平台', payload)
    for (const field of fields) {
      expect(text).toContain(written(rawText(payload, field), field.format, plainStyle))
    }
  })

  it('loses none in its details, but for what the head of its page shows', () => {
    const text = detailsOf(payload, '2023')
      .map(({ value }) => value)
      .join('\n')
    const lost = fields.filter(
      (field) => !text.includes(written(rawText(payload, field), field.format, screenStyle('2023'))),
    )
    expect(lost.map(({ path }) => path).filter((path) => !shownInHead.includes(path))).toEqual([])
  })

  it('loses none in the ledger', () => {
    const row = rowOf(payload)
    for (const { path } of fields) for (const part of inLedger(payload, path)) expect(row).toContain(part)
  })

  it('loses none in the history of changes', () => {
    // Against a record in which nothing of it stands: a kind has at least one field that is always there.
    for (const field of fields) {
      const before = withoutValue(payload, field.path)
      const texts = changesBetween(before, payload).map((change) => changeText(change, kind, '2023'))
      expect(texts).toHaveLength(1)
      expect(texts[0]).toContain(`→ ${written(rawText(payload, field), field.format, screenStyle('2023'))}`)
      expect(texts[0]?.startsWith(`${field.label}\uff1a`)).toBe(true)
    }
  })
})

/** The payload as an older version might have held it: without the value of a path. */
function withoutValue(payload: RecordPayload, path: string): RecordPayload {
  const copy: Record<string, unknown> = structuredClone(payload)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Record<string, unknown>>(
    (part, key) => part[key] as Record<string, unknown>,
    copy,
  )
  delete parent[last]
  return copy as RecordPayload
}
