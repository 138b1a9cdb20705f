/** 记一笔: a record in a form, with or without network. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button, TextArea } from '@nutui/nutui-react-taro'
import { useEffect, useState } from 'react'
import { drafts, messageOf, StorageFull, useDraftTrouble, useRecord, useSession } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import FieldRow from '../../components/field-row'
import Notice from '../../components/notice'
import PageFrame from '../../components/page-frame'
import { useParams } from '../../components/params'
import SectionCard from '../../components/section-card'
import { limits } from '../../shared/records'
import { activityForm } from './activity'
import { useForm } from './use-form'
import WorthLine from './worth-line'
import './index.scss'

export default function RecordPage() {
  const { id } = useParams()
  const { membership } = useSession()
  const record = useRecord(id ?? '')
  const [turn, setTurn] = useState(0)
  const platform = membership?.platform ?? null
  if (!platform) {
    return <PageFrame empty={{ title: '还没有加入窗口平台', hint: '请先在“我的”里输入邀请码。' }} />
  }
  if (id !== undefined && record === null) {
    return <PageFrame empty={{ title: '手机里没有这条记录', hint: '请回到“记录”,联网刷新后再打开。' }} />
  }
  if (record && record.kind !== 'activity') {
    return <PageFrame empty={{ title: '这类记录暂时不能在手机上修改', hint: '请联系省平台办理。' }} />
  }
  if (record && (record.state === 'approved' || record.state === 'withdrawn')) {
    return (
      <PageFrame
        empty={{
          title: record.state === 'approved' ? '这条记录已通过审核' : '这条记录已撤回',
          hint: record.state === 'approved' ? '需要更正时,请审核人先退回。' : '需要时请另记一笔。',
        }}
      />
    )
  }
  return <RecordForm key={turn} id={id} platformId={platform.id} onAnother={() => setTurn(turn + 1)} />
}

type Props = { id: string | undefined; platformId: string; onAnother: () => void }

function RecordForm({ id: asked, platformId, onAnother }: Props) {
  const form = useForm(activityForm, platformId, asked)
  const { id, fields, errors, changes, reason, resumed } = form
  const draftTrouble = useDraftTrouble()
  const [trouble, setTrouble] = useState('')
  const provisional = activityForm.provisional(fields)
  const faults = Object.keys(errors).length

  useEffect(() => () => drafts.flush(), [])
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: changes ? '修改记录' : '记一笔' })
  }, [changes])

  function save(): void {
    try {
      const messages = form.save()
      if (messages) {
        void Taro.showToast({ title: '请先改好标红的内容', icon: 'none' })
        return
      }
    } catch (failure) {
      setTrouble(failure instanceof StorageFull ? failure.message : messageOf(failure))
      return
    }
    void Taro.showToast({ title: '已保存', icon: 'success' })
    void leave()
  }

  async function clear(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '清空这份草稿?', content: '已填的内容和照片会删除。' })
    if (!confirm) return
    await form.discard()
    onAnother()
  }

  return (
    <PageFrame
      bar={
        <BottomBar
          above={
            <WorthLine
              id={id}
              payload={provisional}
              atBest={provisional && activityForm.atBest(provisional)}
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
              <View className="record-link" onClick={() => void clear()} aria-role="button">
                清空重写
              </View>
            }
          >
            接着上次没写完的草稿
          </Notice>
        )}
        {changes && (
          <SectionCard>
            <FieldRow label="修改原因" required error={errors.reason} stacked>
              <TextArea
                value={reason}
                placeholder="如:补充签到表和照片"
                maxLength={limits.reasonLength}
                autoSize
                onChange={form.explain}
              />
            </FieldRow>
          </SectionCard>
        )}
        <activityForm.Form recordId={id} fields={fields} errors={errors} onChange={form.change} />
      </View>
    </PageFrame>
  )
}

/** Back to where the person came from; after a reload there is no such place. */
async function leave(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.switchTab({ url: '/pages/records/index' })
}
