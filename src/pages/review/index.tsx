/** 审核: what waits for a decision, and one record with its decision. */
import { useParams } from '../../components/params'
import One from './one'
import Queue from './queue'
import './index.scss'

export default function Review() {
  const { id, platform = null } = useParams()
  return id === undefined ? <Queue platformId={platform} /> : <One id={id} />
}
