/** A page's parameters as they were meant. WeChat hands them over as they stand in the address, still encoded. */
import { useRouter } from '@tarojs/taro'
import { decodedParams, type Params } from './decode'

export const useParams = (): Params => decodedParams(useRouter().params)
