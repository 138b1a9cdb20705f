/** A function's config.json, as CloudBase reads it, with the defaults of the cloud. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { HostFault } from '../fault'

const configSchema = z.looseObject({
  /** Seconds. */
  timeout: z.int().min(1).max(900).default(3),
  memorySize: z.int().min(128).max(3072).default(256),
  triggers: z
    .array(z.object({ name: z.string(), type: z.literal('timer'), config: z.string() }))
    .max(1)
    .default([]),
})
export type FunctionConfig = z.infer<typeof configSchema>

/** The built functions of a folder, by name. @throws HostFault when there are none or a config is malformed. */
export function readFunctions(folder: string): Map<string, FunctionConfig> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.js')))
    : []
  if (names.length === 0) throw new HostFault(`没有找到云函数: ${folder}。请先运行 npm run build:functions`)
  return new Map(names.sort().map((name) => [name, readConfig(join(folder, name, 'config.json'))]))
}

function readConfig(file: string): FunctionConfig {
  try {
    return configSchema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
  } catch (error) {
    throw new HostFault(
      `云函数的配置不对: ${file} (${error instanceof Error ? error.message.split('\n')[0] : ''})`,
    )
  }
}
