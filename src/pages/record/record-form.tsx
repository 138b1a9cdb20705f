/** A form at work: what was returned or resumed, the fields, the worth, and saving with or without network. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button, TextArea } from '@nutui/nutui-react-taro'
import { useEffect, useRef, useState } from 'react'
import { drafts, messageOf, now, photos, StorageFull, useDraftTrouble } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import { confirmed } from '../../components/confirmed'
import FieldRow from '../../components/field-row'
import Notice from '../../components/notice'
import PageFrame from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import { inputLength, limits, type RecordPayload } from '../../shared/records'
import type { FormKind } from './form-kind'
import { leftOverOf } from './left-over'
import { useForm } from './use-form'
import WorthLine from './worth-line'

type Props<Fields, Payload extends RecordPayload> = {
  kind: FormKind<Fields, Payload>
  /** The record or draft to open; a new one where it is undefined. */
  id: string | undefined
  platformId: string
  onAnother: () => void
}

export default function RecordForm<Fields extends Record<string, unknown>, Payload extends RecordPayload>({
  kind,
  id: asked,
  platformId,
  onAnother,
}: Props<Fields, Payload>) {
  const form = useForm(kind, platformId, asked)
  const { id, fields, errors, changes, reason, resumed } = form
  const draftTrouble = useDraftTrouble()
  const [trouble, setTrouble] = useState('')
  const saved = useRef(false)
  const provisional = kind.provisional(fields)
  const faults = Object.keys(errors).length
  const leftOver = leftOverOf(asked !== undefined, form.record?.payload != null)

  useEffect(() => () => drafts.flush(), [])
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: changes ? '修改记录' : kind.title })
  }, [changes, kind])

  function save(): void {
    // However often it is tapped while the screen leaves: what is saved is saved.
    if (saved.current) return
    const preparing = photos.store.get().preparing.get(id) ?? 0
    if (preparing > 0) {
      void Taro.showToast({ title: `还有 ${preparing} 张在处理，好了再保存`, icon: 'none' })
      return
    }
    try {
      const messages = form.save()
      if (messages) {
        void Taro.showToast({ title: '请先改好标红的内容', icon: 'none' })
        showFirstFault()
        return
      }
    } catch (failure) {
      setTrouble(failure instanceof StorageFull ? failure.message : messageOf(failure))
      return
    }
    saved.current = true
    void Taro.showToast({ title: '已保存', icon: 'success' })
    void leave()
  }

  async function discard(): Promise<void> {
    if (!(await confirmed(leftOver.ask))) return
    await form.discard()
    if (leftOver.isGone) void leave()
    else onAnother()
  }

  return (
    <PageFrame
      bar={
        <BottomBar
          above={
            <WorthLine
              id={id}
              payload={provisional}
              atBest={provisional && kind.atBest(provisional, now())}
              bestWhen={kind.bestWhen}
            />
          }
          below="没有网络也能保存,联网后自动上传"
        >
          <Button block size="large" type="primary" onClick={save}>
            保存并上传
          </Button>
        </BottomBar>
      }
    >
      <View className="record">
        {(trouble || draftTrouble) && <Notice tone="red">{trouble || draftTrouble}</Notice>}
        {changes?.returnReason != null && (
          <Notice tone="red">被退回:{changes.returnReason}。修改后再次提交,会重新审核。</Notice>
        )}
        {resumed && faults === 0 && (
          <Notice
            action={
              <View className="record-link" onClick={() => void discard()} aria-role="button">
                {leftOver.action}
              </View>
            }
          >
            {leftOver.text}
          </Notice>
        )}
        {changes && (
          <SectionCard>
            <FieldRow label="修改原因" required error={errors.reason} stacked>
              <TextArea
                value={reason}
                placeholder="如:补充签到表和照片"
                maxLength={inputLength(limits.reasonLength)}
                autoSize
                onChange={form.explain}
              />
            </FieldRow>
          </SectionCard>
        )}
        <kind.Form recordId={id} fields={fields} errors={errors} onChange={form.change} />
      </View>
    </PageFrame>
  )
}

/** Brings the first field that is wrong into sight, once it is marked. */
function showFirstFault(): void {
  setTimeout(() => {
    void Taro.pageScrollTo({ selector: '.field-row-wrong', offsetTop: -80 }).catch(() => undefined)
  }, 50)
}

/** Back to where the person came from; after a reload there is no such place. */
async function leave(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.switchTab({ url: '/pages/records/index' })
}
