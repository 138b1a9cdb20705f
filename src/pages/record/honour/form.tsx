/** 荣誉与报道: which, by whom, when, and what proves it. */
import { View } from '@tarojs/components'
import { Input, TextArea } from '@nutui/nutui-react-taro'
import Chips from '../../../components/chips'
import FieldRow from '../../../components/field-row'
import SectionCard from '../../../components/section-card'
import { holderTitles, honourTitles } from '../../../components/words'
import { honourHolders, honourKinds, inputLength, limits } from '../../../shared/records'
import { useRubric } from '../../../phone'
import { askedBy } from '../asked'
import type { FormProps } from '../form-kind'
import { Day } from '../moment'
import Photos from '../photos'
import type { HonourFields } from './fields'

const kinds = honourKinds.map((value) => ({ value, title: honourTitles[value] }))
const holders = honourHolders.map((value) => ({ value, title: holderTitles[value] }))

export default function HonourForm({ recordId, fields, errors, onChange }: FormProps<HonourFields>) {
  const set = (part: Partial<HonourFields>) => onChange({ ...fields, ...part })
  const asked = askedBy(useRubric())
  const isReport = fields.honour === 'mainstream-media-report'
  return (
    <>
      <SectionCard title="类别">
        {errors.honour && <View className="record-error">{errors.honour}</View>}
        <Chips label="类别" options={kinds} value={fields.honour} onChange={(honour) => set({ honour })} />
      </SectionCard>
      <SectionCard>
        <FieldRow label="名称" required error={errors.title} stacked>
          <Input
            value={fields.title}
            placeholder={isReport ? '报道的标题' : '证书或文件上的名称'}
            maxLength={inputLength(limits.titleLength)}
            onChange={(title) => set({ title })}
          />
        </FieldRow>
        <FieldRow label={isReport ? '媒体' : '授予单位'} required error={errors.issuer} stacked>
          <Input
            value={fields.issuer}
            placeholder={isReport ? '如:湖南日报' : '如:湖南省工业和信息化厅'}
            maxLength={inputLength(limits.nameLength)}
            onChange={(issuer) => set({ issuer })}
          />
        </FieldRow>
        <FieldRow label={isReport ? '报道日期' : '授予日期'} error={errors.conferredOn}>
          <View className="record-moment">
            <Day label="授予" date={fields.conferredOn} onChange={(conferredOn) => set({ conferredOn })} />
          </View>
        </FieldRow>
        {/* What is wrong is in sight, also where it is no longer asked for. */}
        {(asked.validUntil || errors.validUntil) && (
          <FieldRow label="有效期至" error={errors.validUntil} hint="证书上没有写明的不用填">
            <View className="record-moment">
              {fields.validUntil !== '' && (
                <View className="record-link" onClick={() => set({ validUntil: '' })} aria-role="button">
                  清除
                </View>
              )}
              <Day label="有效期至" date={fields.validUntil} onChange={(validUntil) => set({ validUntil })} />
            </View>
          </FieldRow>
        )}
        {(asked.forYear || errors.forYear) && (
          <FieldRow label="所属年度" error={errors.forYear} hint="名称里没有写明年度的不用填">
            <Input
              type="number"
              align="right"
              value={fields.forYear}
              placeholder="如 2023"
              maxLength={4}
              onChange={(forYear) => set({ forYear })}
            />
          </FieldRow>
        )}
        {asked.holder && (
          <FieldRow label="获得者" error={errors.holder} stacked>
            <Chips
              label="获得者"
              options={holders}
              value={fields.holder}
              onChange={(holder) => set({ holder })}
            />
          </FieldRow>
        )}
        <FieldRow
          label="同一事项"
          error={errors.story}
          hint="同一件事多次报道、多项荣誉只计一次:请填相同的名称。只有一次就不用填"
          stacked
        >
          <Input
            value={fields.story}
            placeholder="如:园区直播助企案例"
            maxLength={inputLength(limits.titleLength)}
            onChange={(story) => set({ story })}
          />
        </FieldRow>
      </SectionCard>
      <SectionCard>
        <FieldRow label="佐证" error={errors.proof} stacked>
          <TextArea
            value={fields.proof}
            placeholder="文号、网址等;也可以拍照"
            maxLength={inputLength(300)}
            autoSize
            onChange={(proof) => set({ proof })}
          />
        </FieldRow>
      </SectionCard>
      <Photos
        recordId={recordId}
        photos={fields.photos}
        error={errors.photos}
        onChange={(photos) => set({ photos })}
      />
    </>
  )
}
