/** Beginning and end of the activity; its length stays when the beginning moves. */
import FieldRow from '../../../components/field-row'
import Moment from '../moment'
import { withStart, type ActivityFields } from './fields'

type Props = { fields: ActivityFields; error?: string; onChange: (fields: ActivityFields) => void }

export default function When({ fields, error, onChange }: Props) {
  return (
    <>
      <FieldRow label="开始">
        <Moment
          label="开始"
          instant={fields.startsAt}
          onChange={(startsAt) => onChange(withStart(fields, startsAt))}
        />
      </FieldRow>
      <FieldRow label="结束" error={error}>
        <Moment label="结束" instant={fields.endsAt} onChange={(endsAt) => onChange({ ...fields, endsAt })} />
      </FieldRow>
    </>
  )
}
