/** The timers of the functions, kept while the local host runs. In the cloud the platform keeps them. */
import { Cron } from 'croner'
import { HostFault } from './fault'
import { timerVariables, type Functions } from './functions'

/** Starts every timer of the functions' config.json; the answer stops them. */
export function startTimers(functions: Functions, log: (line: string) => void): () => void {
  const jobs: Cron[] = []
  for (const [name, config] of functions.configs) {
    for (const trigger of config.triggers) {
      const run = async () => {
        try {
          await runTimer(functions, name, trigger.name)
        } catch (error) {
          log(
            `定时任务 ${name}/${trigger.name} 没有成功: ${error instanceof Error ? error.message : String(error)}`,
          )
        }
      }
      try {
        // A run that takes longer than the interval is not started twice.
        jobs.push(new Cron(trigger.config, { timezone: 'Asia/Shanghai', protect: true, unref: true }, run))
      } catch {
        throw new HostFault(`定时任务写得不对: ${name}/config.json “${trigger.config}”`)
      }
    }
  }
  return () => jobs.forEach((job) => job.stop())
}

/** One run of a function by its timer, with the event that the cloud sends. */
export function runTimer(functions: Functions, name: string, trigger: string): Promise<string> {
  const event = { Type: 'Timer', TriggerName: trigger, Time: new Date().toISOString(), Message: '' }
  return functions.invoke(name, event, timerVariables())
}
