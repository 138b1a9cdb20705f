/**
 * What CloudBase's command line means. It ends with code 0 after a function that it could not deploy (2.12.10 catches
 * the error, prints it and returns), so only its own words for success count.
 */
import { stripVTControlCharacters } from 'node:util'
import type { Ran } from './run-npm'

/** It speaks the language of its settings or of the machine. */
const successes = [
  '云函数部署成功',
  '云函数更新成功',
  'Cloud function deployed successfully',
  'Cloud function updated successfully',
]
const FAILURE = /失败|超时|跳过|取消|failed|timed? ?out|skipped|cancelled/i

/** Does it say that it deployed this function, and nothing else of it? */
export function isDeployed(name: string, { code, output }: Ran): boolean {
  const about = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.includes(`[${name}]`))
  return (
    code === 0 &&
    about.some((line) => successes.some((words) => line.includes(`[${name}] ${words}`))) &&
    !about.some((line) => FAILURE.test(line))
  )
}
