/** 目标与评定: what only the province can say: targets, other quantities, judges' marks, cut lines, the due day of reports. */
import { useParams } from '../../components/params'
import { yearSchema } from '../../shared/calendar'
import { statedKinds, tierSchema } from '../../shared/contract'
import Cuts from './cuts'
import Decisions from './decisions'
import DueDay from './due-day'
import Item from './item'
import Overview from './overview'
import './index.scss'

export default function Stated() {
  const params = useParams()
  if (params.view === 'due-day') return <DueDay />
  const tier = tierSchema.safeParse(params.tier)
  const year = yearSchema.safeParse(params.year)
  const kind = statedKinds.find((each) => each === params.kind)
  if (!tier.success || !year.success) return <Overview />
  const of = { tier: tier.data, year: year.data }
  if (params.view === 'cuts' && of.tier !== 'province') return <Cuts tier={of.tier} year={of.year} />
  if (params.view === 'decisions') return <Decisions {...of} />
  if (kind === undefined || params.name === undefined) return <Overview />
  return <Item {...of} kind={kind} name={params.name} />
}
