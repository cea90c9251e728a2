import { createHash } from 'node:crypto'
import type { Placement } from './place-everybody.ts'

type Result = Pick<Placement, 'read' | 'engine' | 'run' | 'positions' | 'reasons'>
const AT_ONCE = 10_000

/** Hash of all that a run proposes: everybody in the order of their ids with what they got or why nothing, then every cut-off. */
export function hashOfResult({ read, engine, run, positions, reasons }: Result): string {
  const hash = createHash('sha256')
  const { personIds, vacancyIds } = read
  const idOf = (slot: number) => (slot < 0 ? '' : vacancyIds[engine.index.vacancy[slot]!]!)
  let lines: string[] = []
  const say = (line: string) => {
    lines.push(line)
    if (lines.length === AT_ONCE) flush()
  }
  const flush = () => {
    hash.update(`${lines.join('\n')}\n`)
    lines = []
  }
  for (const [row, id] of personIds.entries()) {
    const position = positions[row]!
    const backUps = run.backUp.subarray(position * run.each, (position + 1) * run.each)
    say([id, idOf(run.anchor[position]!), ...Array.from(backUps, idOf), reasons[row] ?? ''].join(' '))
  }
  for (const [slot, cutOff] of run.cutOffs.entries()) say([idOf(slot), cutOff, run.backUpCutOffs[slot] ?? ''].join(' '))
  flush()
  return hash.digest('hex')
}
