/** A form drawn from the description of its kind: choices, whose it is, what was entered, long texts, photos. */
import { View } from '@tarojs/components'
import { Input, TextArea } from '@nutui/nutui-react-taro'
import Chips from '../../../components/chips'
import FieldRow from '../../../components/field-row'
import SectionCard from '../../../components/section-card'
import SwitchRow from '../../../components/switch-row'
import {
  choicesOf,
  inputLength,
  limits,
  recordKinds,
  type RecordField,
  type RecordKind,
} from '../../../shared/records'
import EnterpriseCard from '../enterprise'
import type { FormProps } from '../form-kind'
import Moment, { Day } from '../moment'
import Photos from '../photos'
import { nameOf, type PlainFields } from './fields'

type Props = FormProps<PlainFields> & { kind: RecordKind }

export default function PlainForm({ kind, recordId, fields, errors, onChange }: Props) {
  const set = (part: PlainFields) => onChange({ ...fields, ...part })
  const all = recordKinds[kind].fields
  const own = all.filter(({ path }) => !path.includes('.'))
  const written = (...formats: RecordField['format']['as'][]) =>
    own.filter(({ format }) => formats.includes(format.as))
  const rows = written('text', 'number', 'moment', 'day', 'yes-no')
  const photos = fields.photos
  return (
    <>
      {written('choice').map((field) => (
        <SectionCard key={field.path} title={field.label}>
          {errors[field.path] && <View className="record-error">{errors[field.path]}</View>}
          <Control
            field={field}
            value={fields[field.path]}
            onChange={(value) => set({ [field.path]: value })}
          />
        </SectionCard>
      ))}
      {all.some(({ path }) => path.startsWith('enterprise.')) && (
        <EnterpriseCard
          value={{ name: textOf(fields.name), creditCode: textOf(fields.creditCode) }}
          errors={errors}
          onChange={(value) => set({ ...value })}
        />
      )}
      {[rows, written('long-text')].map((group, index) =>
        group.length === 0 ? null : (
          <SectionCard key={index}>
            {group.map((field) => (
              <Row
                key={field.path}
                field={field}
                value={fields[nameOf(field)]}
                error={errors[field.path]}
                onChange={(value) => set({ [field.path]: value })}
              />
            ))}
          </SectionCard>
        ),
      )}
      {Array.isArray(photos) && (
        <Photos
          recordId={recordId}
          photos={photos}
          error={errors.photos}
          onChange={(next) => set({ photos: next })}
        />
      )}
    </>
  )
}

type ControlProps = {
  field: RecordField
  value: PlainFields[string] | undefined
  onChange: (value: string | boolean) => void
}

function Row({ error, ...control }: ControlProps & { error?: string }) {
  const { label, format, ask } = control.field
  if (format.as === 'yes-no') {
    return (
      <SwitchRow
        label={ask?.label ?? label}
        checked={control.value === true}
        hintWhenOff={ask?.hint}
        onChange={control.onChange}
      />
    )
  }
  const stacked = format.as === 'text' || format.as === 'long-text'
  return (
    <FieldRow label={label} required={ask?.required} error={error} hint={ask?.hint} stacked={stacked}>
      <Control {...control} />
    </FieldRow>
  )
}

function Control({ field: { label, format, ask }, value, onChange }: ControlProps) {
  const text = textOf(value)
  switch (format.as) {
    case 'choice':
      return <Chips label={label} options={choicesOf(format.list)} value={text || null} onChange={onChange} />
    case 'moment':
      return <Moment label={label.replace(/时间$/, '')} instant={text} onChange={onChange} />
    case 'day':
      return (
        <View className="record-moment">
          <Day label={label.replace(/日期$/, '')} date={text} onChange={onChange} />
        </View>
      )
    case 'number':
      return (
        <View className="record-number">
          <Input type="digit" align="right" value={text} placeholder="0" maxLength={12} onChange={onChange} />
          <View className="record-unit">{format.unit}</View>
        </View>
      )
    case 'long-text':
      return (
        <TextArea
          value={text}
          placeholder={ask?.placeholder}
          maxLength={inputLength(ask?.most ?? limits.textLength)}
          autoSize
          onChange={onChange}
        />
      )
    default:
      return (
        <Input
          value={text}
          placeholder={ask?.placeholder}
          maxLength={inputLength(ask?.most ?? limits.titleLength)}
          onChange={onChange}
        />
      )
  }
}

const textOf = (value: PlainFields[string] | undefined) => (typeof value === 'string' ? value : '')
