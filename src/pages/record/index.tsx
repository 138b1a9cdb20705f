/** 记一笔: a record in the form of its kind, with or without network. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRecord, useSession } from '../../phone'
import PageFrame from '../../components/page-frame'
import { recordStartOf, type RecordStart } from '../../components/record-button'
import UnsentActions, { closedState } from '../../components/unsent-actions'
import type { ServerState } from '../../shared/records'
import { activityForm, matchingForm, visitForm } from './activity'
import { demandForm } from './demand'
import { honourForm } from './honour'
import { plainForm } from './plain'
import RecordForm from './record-form'
import './index.scss'

export default function RecordPage() {
  const { id, kind } = useRouter().params
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
  const closed = record && closedState(record)
  if (closed) return <PageFrame empty={{ ...whyClosed(closed), action: <UnsentActions record={record} /> }} />
  return (
    <FormOf
      key={turn}
      start={record?.kind ?? recordStartOf(kind)}
      id={id}
      platformId={platform.id}
      onAnother={() => setTurn(turn + 1)}
    />
  )
}

function whyClosed(state: ServerState) {
  return state === 'approved'
    ? { title: '这条记录已通过审核', hint: '需要更正时,请审核人先退回。' }
    : { title: '这条记录已撤回', hint: '需要时请另记一笔。' }
}

type Props = { start: RecordStart; id: string | undefined; platformId: string; onAnother: () => void }

/** Written out, so that each form keeps the type of its own fields. */
function FormOf({ start, ...props }: Props) {
  switch (start) {
    case 'activity':
      return <RecordForm kind={activityForm} {...props} />
    case 'matching':
      return <RecordForm kind={matchingForm} {...props} />
    case 'visit':
      return <RecordForm kind={visitForm} {...props} />
    case 'demand':
      return <RecordForm kind={demandForm} {...props} />
    case 'honour':
      return <RecordForm kind={honourForm} {...props} />
    default:
      return <RecordForm kind={plainForm(start)} {...props} />
  }
}
