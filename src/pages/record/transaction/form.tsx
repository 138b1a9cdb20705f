/** 线上交易: whose order, of what service, when completed, and whether both sides have confirmed it. */
import { Input } from '@nutui/nutui-react-taro'
import FieldRow from '../../../components/field-row'
import SectionCard from '../../../components/section-card'
import SwitchRow from '../../../components/switch-row'
import { inputLength, limits } from '../../../shared/records'
import EnterpriseCard from '../enterprise'
import type { FormProps } from '../form-kind'
import Moment from '../moment'
import type { TransactionFields } from './fields'

export default function TransactionForm({ fields, errors, onChange }: FormProps<TransactionFields>) {
  const set = (part: Partial<TransactionFields>) => onChange({ ...fields, ...part })
  return (
    <>
      <EnterpriseCard value={fields} errors={errors} onChange={set} />
      <SectionCard>
        <FieldRow label="服务" required error={errors.service} stacked>
          <Input
            value={fields.service}
            placeholder="如:高新技术企业认定辅导"
            maxLength={inputLength(limits.titleLength)}
            onChange={(service) => set({ service })}
          />
        </FieldRow>
        <FieldRow label="订单号" required error={errors.order} stacked>
          <Input
            value={fields.order}
            placeholder="省平台上的订单号"
            maxLength={inputLength(40)}
            onChange={(order) => set({ order })}
          />
        </FieldRow>
        <FieldRow label="完成时间" error={errors.completedAt}>
          <Moment
            label="完成"
            instant={fields.completedAt}
            onChange={(completedAt) => set({ completedAt })}
          />
        </FieldRow>
        <SwitchRow
          label="双方已确认"
          checked={fields.confirmedByBoth}
          hintWhenOff="供需双方都在平台上确认后才计数"
          onChange={(confirmedByBoth) => set({ confirmedByBoth })}
        />
      </SectionCard>
    </>
  )
}
