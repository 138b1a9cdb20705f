/** 服务活动: category, what and when and where, who came, what shows it, and what is still missing. */
import { View } from '@tarojs/components'
import { Input, Switch, TextArea } from '@nutui/nutui-react-taro'
import CheckList from '../../../components/check-list'
import Chips from '../../../components/chips'
import FieldRow from '../../../components/field-row'
import SectionCard from '../../../components/section-card'
import { activityRoleTitles, campaignTitles, categoryTitles } from '../../../components/words'
import { activityCategories, activityRoles, campaigns, completenessOf, limits } from '../../../shared/records'
import type { FormProps } from '../form-kind'
import type { ActivityFields } from './fields'
import Photos from './photos'
import PlaceField from './place'
import When from './when'

const chips = <Value extends string>(values: readonly Value[], titles: Record<Value, string>) =>
  values.map((value) => ({ value, title: titles[value] }))
const categories = chips(activityCategories, categoryTitles)
const roles = chips(activityRoles, activityRoleTitles)
const campaignChips = chips(campaigns, campaignTitles)

export default function ActivityForm({ recordId, fields, errors, onChange }: FormProps<ActivityFields>) {
  const set = (part: Partial<ActivityFields>) => onChange({ ...fields, ...part })
  const texts = [
    { name: 'announcement', label: '通知或方案', hint: '活动通知、方案的标题或要点' },
    { name: 'summary', label: '活动纪要', hint: '做了什么;有照片时可以不写' },
    { name: 'outcome', label: '成效或反馈', hint: '如:3 家达成授信意向 600 万元' },
  ] as const
  const checks = completenessOf({ ...fields, attendances: Number(fields.attendances) || 0 })
  const missing = checks.filter((item) => !item.done).length
  return (
    <>
      <SectionCard title="类别" note={errors.category ? undefined : '贷款对接活动单独计分'}>
        {errors.category && <View className="record-error">{errors.category}</View>}
        <Chips
          label="类别"
          options={categories}
          value={fields.category}
          onChange={(category) => set({ category })}
        />
      </SectionCard>
      <SectionCard>
        <FieldRow label="名称" required error={errors.title} stacked>
          <Input
            value={fields.title}
            placeholder="如:园区银企对接会"
            maxLength={limits.titleLength}
            onChange={(title) => set({ title })}
          />
        </FieldRow>
        <When fields={fields} error={errors.startsAt ?? errors.endsAt} onChange={onChange} />
        <PlaceField fields={fields} error={errors.place} onChange={onChange} />
        <FieldRow label="我方角色" error={errors.role}>
          <Chips
            label="我方角色"
            options={roles}
            value={fields.role}
            onChange={(role) => set({ role })}
            end
          />
        </FieldRow>
        <FieldRow label="专项活动" error={errors.campaign}>
          <Chips
            label="专项活动"
            options={campaignChips}
            value={fields.campaign}
            onChange={(campaign) => set({ campaign })}
            end
          />
        </FieldRow>
        <FieldRow label="线上举办">
          <Switch checked={fields.online} onChange={(online) => set({ online })} />
        </FieldRow>
        <FieldRow
          label="已在省平台后台发布"
          hint={fields.published ? undefined : '未发布的活动,部分指标不计'}
        >
          <Switch checked={fields.published} onChange={(published) => set({ published })} />
        </FieldRow>
      </SectionCard>
      <SectionCard>
        <FieldRow
          label="参与企业"
          error={errors.attendances}
          hint="按家次填写;上传后可出示活动码,由企业扫码确认"
        >
          <View className="record-number">
            <Input
              type="number"
              align="right"
              value={fields.attendances}
              placeholder="0"
              maxLength={5}
              onChange={(attendances) => set({ attendances })}
            />
            <View className="record-unit">家次</View>
          </View>
        </FieldRow>
      </SectionCard>
      <Photos recordId={recordId} fields={fields} onChange={onChange} error={errors.photos} />
      <SectionCard>
        {texts.map(({ name, label, hint }) => (
          <FieldRow key={name} label={label} error={errors[name]} stacked>
            <TextArea
              value={fields[name]}
              placeholder={hint}
              maxLength={limits.textLength}
              autoSize
              onChange={(value) => set({ [name]: value })}
            />
          </FieldRow>
        ))}
      </SectionCard>
      <SectionCard
        title="完整活动"
        note={
          missing === 0 ? '材料齐全,审核通过后按完整活动计' : `还缺 ${missing} 项,现在也可以保存,以后再补`
        }
      >
        <CheckList items={checks} />
      </SectionCard>
    </>
  )
}
