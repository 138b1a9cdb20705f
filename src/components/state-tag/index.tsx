/** The state of a record as a tag: 草稿, 待上传, 上传中, 待审核, 已通过, 被退回, 上传失败, 已撤回. */
import { stateTitles, type PhoneState } from '../../shared/records'
import Tag, { type Tone } from '../tag'

const tones: Record<PhoneState, Tone> = {
  draft: 'grey',
  queued: 'amber',
  uploading: 'amber',
  failed: 'red',
  submitted: 'hatched',
  approved: 'jade',
  returned: 'red',
  withdrawn: 'grey',
}

export default function StateTag({ state }: { state: PhoneState }) {
  return <Tag tone={tones[state]}>{stateTitles[state]}</Tag>
}
