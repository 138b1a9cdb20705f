/** The enterprise of a record: known ones are offered from the phone, a name found by its code where there is network. */
import { enterpriseName, enterprisesLike, useSuggestions } from '../../phone'
import EnterpriseFields, { type EnterpriseText } from '../../components/enterprise-fields'
import SectionCard from '../../components/section-card'
import type { Messages } from './form-kind'

const MOST = 3

type Props = { value: EnterpriseText; errors: Messages; onChange: (value: EnterpriseText) => void }

export default function EnterpriseCard({ value, errors, onChange }: Props) {
  const { enterprises } = useSuggestions()
  return (
    <SectionCard title="企业">
      <EnterpriseFields
        value={{ name: value.name, creditCode: value.creditCode }}
        offered={enterprisesLike(enterprises, value, MOST)}
        errors={errors}
        nameOf={enterpriseName}
        onChange={onChange}
      />
    </SectionCard>
  )
}
