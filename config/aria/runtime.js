/** Loaded by the mini-program before its pages; see `attributes.cjs`. */
import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './attributes.cjs'

mergeInternalComponents(attributes)
