// `node bench/main.ts [name [arguments …]]`: runs one benchmark, or all; figures on stdout, one JSON line each with --json.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, machine, table } from './measure.ts'

const LIBRARY = new Set(['main.ts', 'measure.ts'])
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !LIBRARY.has(file))
  .map((file) => file.slice(0, -3))

const given = process.argv.slice(2)
const json = given.includes('--json')
const [name, ...args] = given.filter((argument) => argument !== '--json')
if (name !== undefined && !known.includes(name)) {
  console.error(
    `没有“${name}”这个测试；现有：${known.join('、')}\nThere is no benchmark "${name}"; there are: ${known.join(', ')}`,
  )
  process.exit(2)
}
if (!json) console.log(machine())
for (const each of name === undefined ? known : [name]) {
  const { bench } = (await import(join(import.meta.dirname, `${each}.ts`))) as { bench: Bench }
  const findings = await bench.run(args)
  console.log(json ? JSON.stringify({ bench: each, findings }) : `\n${bench.title}\n${table(findings)}`)
}
process.exit(0)
