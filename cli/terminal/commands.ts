import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import type { Command } from './io.ts'

const FOLDER = join(import.meta.dirname, '..')

/** A command is a file of cli/; adding one needs no list. */
export function commandNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== 'main.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

export async function loadCommand(name: string): Promise<Command> {
  const names = commandNames()
  if (names.includes(name)) return (await import(`../${name}.ts`)) as Command
  const near = nearest(name, names)
  return fail('command.name.unknown', {
    zh: `没有“${name}”这个命令。${near ? `是否想用 ricebowl ${near}?` : ''}运行 \`ricebowl --help\` 查看所有命令。`,
    en: `There is no command "${name}".${near ? ` Did you mean ricebowl ${near}?` : ''} Run \`ricebowl --help\` to see all.`,
  })
}

/** The name that fewest typing slips away, if it is fewer than half of it. */
export function nearest(word: string, names: string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, slips: slips(word, name) }))
    .filter(({ name, slips }) => slips <= Math.max(1, name.length / 2 - 1))
    .sort((a, b) => a.slips - b.slips)
  return best?.name
}

/** Letters to add, drop, replace or swap with their neighbour. */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
