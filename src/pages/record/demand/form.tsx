/** 融资需求: what kind, whose, how much, when received and when published. */
import { View } from '@tarojs/components'
import { Input, TextArea } from '@nutui/nutui-react-taro'
import Chips from '../../../components/chips'
import FieldRow from '../../../components/field-row'
import SectionCard from '../../../components/section-card'
import SwitchRow from '../../../components/switch-row'
import { channelTitles, demandTitles } from '../../../components/words'
import { demandChannels, demandTypes, inputLength, limits } from '../../../shared/records'
import EnterpriseCard from '../enterprise'
import type { FormProps } from '../form-kind'
import Moment from '../moment'
import type { DemandFields } from './fields'

const kinds = demandTypes.map((value) => ({ value, title: demandTitles[value] }))
const channelChips = demandChannels.map((value) => ({ value, title: channelTitles[value] }))

export default function DemandForm({ fields, errors, onChange }: FormProps<DemandFields>) {
  const set = (part: Partial<DemandFields>) => onChange({ ...fields, ...part })
  return (
    <>
      <SectionCard title="类别">
        {errors.demand && <View className="record-error">{errors.demand}</View>}
        <Chips label="类别" options={kinds} value={fields.demand} onChange={(demand) => set({ demand })} />
      </SectionCard>
      <EnterpriseCard value={fields} errors={errors} onChange={set} />
      <SectionCard>
        <FieldRow label="金额" required error={errors.amount}>
          <View className="record-number">
            <Input
              type="digit"
              align="right"
              value={fields.amount}
              placeholder="0"
              maxLength={12}
              onChange={(amount) => set({ amount })}
            />
            <View className="record-unit">万元</View>
          </View>
        </FieldRow>
        <FieldRow label="收到" error={errors.receivedAt}>
          <Moment label="收到" instant={fields.receivedAt} onChange={(receivedAt) => set({ receivedAt })} />
        </FieldRow>
        <FieldRow label="发布渠道" error={errors.channel} stacked>
          <Chips
            label="发布渠道"
            options={channelChips}
            value={fields.channel}
            onChange={(channel) => set({ channel })}
          />
        </FieldRow>
        <SwitchRow
          label="已发布"
          checked={fields.published}
          hintWhenOff="收到后 1 个工作日内发布,算及时;以后再改也可以"
          onChange={(published) => set({ published })}
        />
        {fields.published && (
          <FieldRow label="发布时间" error={errors.publishedAt}>
            <Moment
              label="发布"
              instant={fields.publishedAt}
              onChange={(publishedAt) => set({ publishedAt })}
            />
          </FieldRow>
        )}
      </SectionCard>
      <SectionCard>
        <FieldRow label="用途" error={errors.purpose} stacked>
          <TextArea
            value={fields.purpose}
            placeholder="如:购置设备、补充流动资金"
            maxLength={inputLength(limits.textLength)}
            autoSize
            onChange={(purpose) => set({ purpose })}
          />
        </FieldRow>
      </SectionCard>
    </>
  )
}
