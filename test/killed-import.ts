import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportTask } from '#server/lists/work/import-child.ts'

const CHILD = new URL('../server/import-child.ts', import.meta.url)

/** Does some work of an import in a process of its own, which is killed at once when `due` says so. Answers whether it was. */
export async function workUntil(task: ImportTask, due: () => boolean | Promise<boolean>): Promise<boolean> {
  const child = fork(CHILD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  let over = false
  void ended.then(() => (over = true))
  let problem: unknown
  child.on('message', ({ done }: { done?: { problem: unknown } }) => {
    if (done) problem = done.problem
  })
  child.send(task)
  while (!over && !(await due())) await pause(2)
  child.kill('SIGKILL')
  const [code, signal] = await ended
  if (signal === 'SIGKILL') return true
  if (code !== 0 || problem) throw new Error(`the import ended with ${code}: ${JSON.stringify(problem)}`)
  return false
}

type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>
/** Of the rows of a list that opens a file each: files and memberships that are missing, those that are there twice, rows told otherwise. */
export type Wholeness = { lost: number; doubled: number; untold: number }

/** `households` is what the numbers of the list's households begin with. */
export async function wholenessOf(
  query: Query,
  { id, households, rows }: { id: number; households: string; rows: number },
): Promise<Wholeness> {
  const [found] = await query<Record<'people' | 'files' | 'numbers' | 'spells' | 'members' | 'told', string>>(
    `WITH own AS (SELECT p.county, p.id, p.id_index FROM person p JOIN household h ON h.county = p.county AND h.id = p.household_id WHERE h.code LIKE $2 || '%'),
     spell AS (SELECT m.person_id FROM membership m JOIN own ON own.county = m.county AND own.id = m.person_id)
     SELECT (SELECT count(*) FROM own) AS files, (SELECT count(DISTINCT id_index) FROM own) AS people,
            (SELECT count(*) FROM person_identity i JOIN own ON own.county = i.county AND own.id = i.person_id) AS numbers,
            (SELECT count(*) FROM spell) AS spells, (SELECT count(DISTINCT person_id) FROM spell) AS members,
            (SELECT count(*) FROM import_outcome WHERE import_id = $1 AND outcome = 'new') AS told`,
    [id, households],
  )
  const of = (key: keyof NonNullable<typeof found>) => Number(found![key])
  return {
    lost: rows - of('people') + (rows - of('members')) + (rows - of('numbers')),
    doubled: of('files') - of('people') + (of('spells') - of('members')),
    untold: rows - of('told'),
  }
}
