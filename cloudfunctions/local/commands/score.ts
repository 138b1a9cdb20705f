// `npm run score`: the score command on this process's arguments, files and streams.
import { readFile } from 'node:fs/promises'
import { main } from './score-command'

async function readInput(file: string): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8')
  process.stdin.setEncoding('utf8')
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text
}

void main(process.argv.slice(2), {
  read: readInput,
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
}).then((code) => {
  process.exitCode = code
})
