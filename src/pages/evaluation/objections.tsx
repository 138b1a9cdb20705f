/** The objections of all periods. */
import PageFrame from '../../components/page-frame'
import ObjectionList from './objection-list'

export default function Objections() {
  return (
    <PageFrame>
      <ObjectionList period={null} onAnswered={async () => {}} />
    </PageFrame>
  )
}
