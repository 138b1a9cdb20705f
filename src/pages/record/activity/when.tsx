/** Beginning and end of the activity; its length stays when the beginning moves. */
import FieldRow from '../../../components/field-row'
import type { Messages } from '../form-kind'
import Moment from '../moment'
import { withStart, type ActivityFields } from './fields'

type Props = { fields: ActivityFields; errors: Messages; onChange: (fields: ActivityFields) => void }

export default function When({ fields, errors, onChange }: Props) {
  return (
    <>
      <FieldRow label="开始" error={errors.startsAt}>
        <Moment
          label="开始"
          instant={fields.startsAt}
          onChange={(startsAt) => onChange(withStart(fields, startsAt))}
        />
      </FieldRow>
      <FieldRow label="结束" error={errors.endsAt}>
        <Moment label="结束" instant={fields.endsAt} onChange={(endsAt) => onChange({ ...fields, endsAt })} />
      </FieldRow>
    </>
  )
}
