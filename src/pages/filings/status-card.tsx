/** The head of a form: which filing, where it stands, and the way to the versions filed before. */
import { View } from '@tarojs/components'
import { FilingTag, filingNote } from '../../components/filing-status'
import ListRow from '../../components/list-row'
import SectionCard from '../../components/section-card'
import type { FilingStatus, Platform } from '../../shared/contract'
import { filingTitle } from '../../shared/filings'
import { openFiled } from './go'

type Props = { platform: Platform; status: FilingStatus; withVersions?: boolean }

export default function StatusCard({ platform, status, withVersions = false }: Props) {
  const { kind, period, version } = status
  return (
    <SectionCard>
      <View className="filings-head">
        <View className="filings-title">{filingTitle(kind, period)}</View>
        <FilingTag status={status} />
      </View>
      <View className="filings-quiet">
        {platform.name} · {filingNote(status)}
      </View>
      {withVersions && version > 0 && (
        <ListRow
          title="已报送的内容和审定情况"
          value={`第 ${version} 版`}
          onTap={() => openFiled({ platformId: platform.id, kind, period })}
        />
      )}
    </SectionCard>
  )
}
