/** A field that is yes or no. */
import { Switch } from '@nutui/nutui-react-taro'
import FieldRow from '../field-row'

type Props = {
  label: string
  checked: boolean
  /** What to know while it is no. */
  hintWhenOff?: string
  onChange: (checked: boolean) => void
}

export default function SwitchRow({ label, checked, hintWhenOff, onChange }: Props) {
  return (
    <FieldRow label={label} hint={checked ? undefined : hintWhenOff}>
      <Switch ariaLabel={label} checked={checked} onChange={onChange} />
    </FieldRow>
  )
}
