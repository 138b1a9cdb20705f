/** 评价与公布: the province runs, freezes and publishes a period, answers objections, leaves platforms out. */
import { useParams } from '../../components/params'
import { periodSchema, yearSchema } from '../../shared/calendar'
import Exclusions from './exclusions'
import Objections from './objections'
import Period from './period'
import Year from './year'
import './index.scss'

export default function Evaluation() {
  const params = useParams()
  const period = periodSchema.safeParse(params.period)
  const year = yearSchema.safeParse(params.year)
  if (params.view === 'objections') return <Objections />
  if (params.view === 'exclusions' && year.success) return <Exclusions year={year.data} />
  return period.success ? <Period period={period.data} /> : <Year />
}
