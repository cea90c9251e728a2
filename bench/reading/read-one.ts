// One way to read one file, in a process of its own: `read-one.ts WAY PATH`; rows, milliseconds waited and computed, and peak memory on stdout.
import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { streamXlsxRows } from 'hucre/xlsx'
import { buildAreas } from '#db/areas/area-rows.ts'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import { FILE_LIMITS } from '#server/lists/reading/file-limits.ts'
import { openFile } from '#server/lists/reading/open-file.ts'
import { inspectFile } from '#server/lists/reading/read-list.ts'
import { readRows } from '#server/lists/reading/read-rows.ts'
import { getPlans } from '#server/plan/plan-folder.ts'

type Ready = () => Promise<number>
const WAYS: Record<string, (path: string) => Ready> = {
  /** As an import reads it: every row typed. */
  typed: (path) => {
    const { lists } = getPlans().get('chongqing-2021')!
    const list = lists.find(({ key }) => key === 'workshop-roster')!
    const { area } = buildAreas()
    const places = area.map(({ code, name }) => ({ code: Number(code), name, now: [Number(code)] }))
    const finder = placeFinder(places)
    return async () => {
      let rows = 0
      for await (const batch of readRows(await openFile(path, FILE_LIMITS), list, finder, {})) rows += batch.rows.length
      return rows
    }
  },
  /** The rows of the first sheet, untyped. */
  rows: (path) => async () => {
    const file = await openFile(path, FILE_LIMITS)
    const { rows } = await file.open(0)
    const counted = await count(rows, (some) => some.length)
    await file.close()
    return counted
  },
  /** As the wizard asks for it, with the process that is started for it. */
  inspected: (path) => {
    const { lists } = getPlans().get('chongqing-2021')!
    return async () => {
      const { sheets } = await inspectFile(path, lists)
      return sheets[0]!.list === 'workshop-roster' ? 1 : 0
    }
  },
  hucre: (path) => () => count(streamXlsxRows(readFileSync(path)), () => 1),
  'csv-parse': (path) => () => count(createReadStream(path).pipe(parse()), () => 1),
}

async function count<T>(from: AsyncIterable<T>, size: (item: T) => number): Promise<number> {
  let total = 0
  for await (const item of from) total += size(item)
  return total
}

const [way, path] = process.argv.slice(2)
const read = WAYS[way!]!(path!)
const [begun, cpu] = [performance.now(), process.cpuUsage()]
const rows = await read()
const ms = performance.now() - begun
const { user, system } = process.cpuUsage(cpu)
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ rows, ms, cpuMs: (user + system) / 1000, peakMb }))
