/** 审核: what waits for a decision, and one record with its decision. */
import { useRouter } from '@tarojs/taro'
import One from './one'
import Queue from './queue'
import './index.scss'

export default function Review() {
  const { id } = useRouter().params
  return id === undefined ? <Queue /> : <One id={id} />
}
