import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { dataFolder } from '#server/postgres/embedded/data-folder.ts'
import { version } from '#server/version.ts'
import { commandNames, loadCommand } from './terminal/commands.ts'
import { readEnvironment } from './terminal/environment.ts'
import { report } from './terminal/failure.ts'
import { type Command, terminalIo } from './terminal/io.ts'

/** `ricebowl <command> …`: finds the command, runs it, and turns what it throws into words and an exit code. */
async function main(given: string[]): Promise<number> {
  const json = given.includes('--json')
  const args = given.filter((argument) => argument !== '--json')
  try {
    const [name, ...rest] = args
    if (name === '--version') return say(version())
    if (!name || name === '--help' || name === '-h') return (await printCommands()) || (name ? 0 : 2)
    const environment = readEnvironment(process.env)
    cacheCompiled(environment.dataDir)
    const command = await loadCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) return say(usageText(command))
    return await command.run(rest, terminalIo(json, environment))
  } catch (error) {
    return report(error, json)
  }
}

function say(text: string): number {
  console.log(text)
  return 0
}

async function printCommands(): Promise<number> {
  const commands = await Promise.all(commandNames().map(async (name) => ({ name, ...(await loadCommand(name)) })))
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, usage }) => `  ${name.padEnd(width)}  ${usage.summary.zh}  ${usage.summary.en}`)
  return say(
    `饭碗 Ricebowl ${version()}\n\n  ricebowl <command> [--json] [--help]\n\n${lines.join('\n')}\n\n${SETTINGS}`,
  )
}

const SETTINGS = `  RICEBOWL_DATA  数据文件夹  data folder (.ricebowl)
  RICEBOWL_PORT  端口  port (8080)
  DATABASE_URL   自备的 PostgreSQL 16–18  your own PostgreSQL 16 to 18`

const usageText = ({ usage }: Command) =>
  `${usage.summary.zh}\n${usage.summary.en}\n\n${usage.forms.map((form) => `  ricebowl ${form}`).join('\n')}${usage.more ? `\n\n${usage.more}` : ''}`

/** Types need not be stripped twice, nor by the processes that this one has work done by. Only in a data folder that is there: asking for help makes none. */
function cacheCompiled(dataDir: string): void {
  const folder = dataFolder(dataDir)
  if (!existsSync(folder.root)) return
  const cache = join(folder.cache, 'node')
  enableCompileCache(cache)
  process.env.NODE_COMPILE_CACHE ??= cache
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.on('unhandledRejection', (error) => process.exit(report(error, process.argv.includes('--json'))))
process.on('uncaughtException', (error) => process.exit(report(error, process.argv.includes('--json'))))

const code = await main(process.argv.slice(2))
process.stdout.write('', () => process.exit(code))
