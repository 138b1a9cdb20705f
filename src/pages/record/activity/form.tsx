/** 服务活动: category, what and when and where, who came, what shows it, and what is still missing. */
import { View } from '@tarojs/components'
import { Input, TextArea } from '@nutui/nutui-react-taro'
import CheckList from '../../../components/check-list'
import { useTypedChecks } from '../../../components/completeness'
import Chips from '../../../components/chips'
import FieldRow from '../../../components/field-row'
import SectionCard from '../../../components/section-card'
import SwitchRow from '../../../components/switch-row'
import {
  activityRoleTitles,
  activityTextTitles,
  campaignTitles,
  categoryTitles,
} from '../../../components/words'
import {
  activityCategories,
  activityRoles,
  campaigns,
  inputLength,
  limits,
  type ActivityCategory,
} from '../../../shared/records'
import { useRecord, useRubric } from '../../../phone'
import { askedBy } from '../asked'
import type { FormProps } from '../form-kind'
import Photos from '../photos'
import { withAlso, type ActivityFields } from './fields'
import PlaceField from './place'
import When from './when'
import { wordingOf } from './wording'

const chips = <Value extends string>(values: readonly Value[], titles: Record<Value, string>) =>
  values.map((value) => ({ value, title: titles[value] }))
const texts = ['announcement', 'summary', 'outcome'] as const
const everyCategory = chips(activityCategories, categoryTitles)
const roles = chips(activityRoles, activityRoleTitles)
const campaignChips = chips(campaigns, campaignTitles)

type Props = FormProps<ActivityFields> & {
  /** The categories to choose from; null for all. */
  categories: readonly ActivityCategory[] | null
}

export default function ActivityForm({ recordId, fields, errors, onChange, categories }: Props) {
  const set = (part: Partial<ActivityFields>) => onChange({ ...fields, ...part })
  const { category: main } = fields
  const asked = askedBy(useRubric())
  const topics = main === null ? [] : asked.topics(main)
  const words = wordingOf(fields.category)
  const textTitles = activityTextTitles(fields.category)
  const stored = useRecord(recordId)?.stored ?? null
  const checks = useTypedChecks({ ...fields, attendances: Number(fields.attendances) || 0 }, stored)
  const missing = checks.filter((item) => !item.done).length
  return (
    <>
      <SectionCard
        title="类别"
        note={errors.category || categories !== null ? undefined : '贷款对接活动单独计分'}
      >
        {errors.category && <View className="record-error">{errors.category}</View>}
        <Chips
          label="类别"
          options={categories === null ? everyCategory : chips(categories, categoryTitles)}
          value={fields.category}
          onChange={(category) => set({ category })}
        />
      </SectionCard>
      {asked.alsoCategories && main !== null && (
        <SectionCard title="兼属类别" note="同时属于的其他类别,可多选">
          <Chips
            label="兼属类别"
            options={everyCategory.filter(({ value }) => value !== main)}
            value={fields.alsoCategories}
            onChange={(also) => onChange(withAlso(fields, also))}
          />
        </SectionCard>
      )}
      {topics.length > 0 && (
        <SectionCard title="服务内容" note="按指标体系所列内容分别计数">
          <Chips
            label="服务内容"
            options={topics.map((value) => ({ value, title: value }))}
            value={fields.topic}
            onChange={(topic) => set({ topic })}
          />
        </SectionCard>
      )}
      <SectionCard>
        <FieldRow label="名称" required error={errors.title} stacked>
          <Input
            value={fields.title}
            placeholder={words.title}
            maxLength={inputLength(limits.titleLength)}
            onChange={(title) => set({ title })}
          />
        </FieldRow>
        <When fields={fields} errors={errors} onChange={onChange} />
        <PlaceField fields={fields} error={errors.place} onChange={onChange} />
        <FieldRow label="我方角色" error={errors.role} stacked>
          <Chips label="我方角色" options={roles} value={fields.role} onChange={(role) => set({ role })} />
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
        <SwitchRow label="线上举办" checked={fields.online} onChange={(online) => set({ online })} />
        {asked.ledToLoan && main === 'matching' && (
          <SwitchRow
            label="促成贷款"
            checked={fields.ledToLoan}
            onChange={(ledToLoan) => set({ ledToLoan })}
          />
        )}
        <SwitchRow
          label="已在省平台后台发布"
          checked={fields.published}
          hintWhenOff="未发布的活动,部分指标不计"
          onChange={(published) => set({ published })}
        />
      </SectionCard>
      <SectionCard>
        <FieldRow label="参与企业" error={errors.attendances} hint={words.attendances}>
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
      <Photos
        recordId={recordId}
        photos={fields.photos}
        error={errors.photos}
        withSheets
        onChange={(photos) => set({ photos })}
      />
      <SectionCard>
        {texts.map((name) => (
          <FieldRow key={name} label={textTitles[name]} error={errors[name]} stacked>
            <TextArea
              value={fields[name]}
              placeholder={words[name]}
              maxLength={inputLength(limits.textLength)}
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
