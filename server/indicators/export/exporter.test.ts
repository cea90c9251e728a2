import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail } from '#domain/base/fail.ts'
import type { ListPage } from '#domain/indicators/export.ts'
import { sheetRows } from '../../adapters/sheet-rows.ts'
import type { ExportJob, ExportStore } from './export-store.ts'
import type { ExportSource } from './export-workbook.ts'
import { createExporter } from './exporter.ts'
import { sourceOf } from './exports.ts'

const job = (id: number): ExportJob => ({
  id,
  officer: 2,
  post: 3,
  lo: 500101000000,
  hi: 500102000000,
  officerName: '李四',
  postTitle: '万州区 · 区县',
  reason: '月度核查',
  list: { on: '2021-09-17', knownAt: '2026-11-01T00:00:00Z' },
  state: 'waiting',
  rows: 0,
  requestedAt: '2026-11-01T00:30:00Z',
  expiresAt: null,
  problem: null,
})
const person = (id: number): ListPage['people'][number] => ({
  id,
  name: id === 1 ? '=HYPERLINK("x")' : `人${id}`,
  identity: '500199********1234',
  sex: 'female',
  age: 40,
  area: 500101001001,
  areaName: '某村',
  memberships: ['lifted', 'unstable'],
  work: { channel: 'workshop', employer: null, since: '2020-03-01' },
  verifiedOn: null,
})
const page = (ids: number[], next: string | null): ListPage => ({
  record: 'person',
  people: ids.map(person),
  sites: [],
  areas: [],
  records: [],
  next,
})

/** The table of exports, in memory. */
function storeOf(jobs: ExportJob[]): ExportStore & { jobs: ExportJob[] } {
  const of = (id: number) => jobs.find((j) => j.id === id)!
  return {
    jobs,
    async take() {
      const found = jobs.find((j) => j.state === 'waiting')
      if (found) found.state = 'running'
      return found
    },
    async requeue() {
      for (const j of jobs) if (j.state === 'running') j.state = 'waiting'
    },
    async progress(id, rows) {
      of(id).rows = rows
    },
    async finish(id, rows, expiresAt) {
      Object.assign(of(id), { state: 'done', rows, expiresAt: expiresAt.toISOString() })
    },
    async fail(id, problem) {
      Object.assign(of(id), { state: 'failed', problem })
    },
    async expire(now) {
      const over = jobs.filter((j) => j.expiresAt !== null && j.expiresAt <= now.toISOString())
      for (const j of over) j.state = 'expired'
      return over.map((j) => j.id)
    },
  }
}

const threePages: ExportSource = async (_, after) =>
  after === null ? page([1, 2], 'b') : after === 'b' ? page([3, 4], 'c') : page([5], null)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function exporterOf(store: ExportStore, source: ExportSource, now = () => new Date('2026-11-01T01:00:00Z')) {
  const seen: unknown[] = []
  return { seen, exporter: createExporter({ store, source, folder, now, report: (_, error) => seen.push(error) }) }
}

/** Starts, lets the queue run dry, stops. */
async function settle(exporter: ReturnType<typeof createExporter>, store: { jobs: ExportJob[] }) {
  await exporter.start()
  while (store.jobs.some((j) => j.state === 'waiting' || j.state === 'running'))
    await new Promise((r) => setTimeout(r, 5))
  await exporter.stop()
}

describe('exporting', () => {
  test('writes every page, masked, marked, with nothing run as a formula', async () => {
    const store = storeOf([job(12)])
    await settle(exporterOf(store, threePages).exporter, store)
    expect(store.jobs[0]).toMatchObject({ state: 'done', rows: 5, expiresAt: '2026-11-02T01:00:00.000Z' })
    const rows = sheetRows(await readFile(join(folder, '12.xlsx')))
    expect(rows).toHaveLength(8)
    expect(rows[0]![0]).toBe(
      '内部资料 · 已脱敏 · 导出编号 12 · 李四（万州区 · 区县）· 导出时间 2026-11-01 08:30 · 数据日期 2021-09-17 · 事由：月度核查',
    )
    expect(rows[2]!.slice(0, 5)).toEqual(['1', '\'=HYPERLINK("x")', '500199********1234', '女', '40'])
    expect(rows[3]).toContain('脱贫户、脱贫不稳定户')
    expect(rows[6]!.at(-1)).toBe('R12.3.5')
  })

  test('an export under way when the server stops is done again from the start', async () => {
    const store = storeOf([job(1)])
    const { promise: paused, resolve: pause } = Promise.withResolvers<void>()
    const { promise: stuck, resolve: go } = Promise.withResolvers<void>()
    const first = exporterOf(store, async (j, after) => {
      if (after === 'b') {
        pause()
        await stuck
      }
      return threePages(j, after)
    })
    await first.exporter.start()
    await paused
    const stopped = first.exporter.stop()
    go()
    await stopped
    expect(store.jobs[0]!.state).toBe('running')
    expect(await readdir(folder)).toEqual([])
    await settle(exporterOf(store, threePages).exporter, store)
    expect(store.jobs[0]).toMatchObject({ state: 'done', rows: 5 })
  })

  test('one that fails says why and does not hold up the next', async () => {
    const store = storeOf([job(1), job(2), job(3)])
    const { exporter, seen } = exporterOf(store, async (j, after) => {
      if (j.id === 1) fail('rules.name.unknown', { zh: '没有这个事实', en: 'no such fact' })
      if (j.id === 2) throw new Error('the disk is full')
      return threePages(j, after)
    })
    await settle(exporter, store)
    expect(store.jobs.map((j) => j.state)).toEqual(['failed', 'failed', 'done'])
    expect(store.jobs[0]!.problem?.zh).toBe('没有这个事实')
    expect(store.jobs[1]!.problem?.en).not.toContain('disk')
    expect(seen).toHaveLength(1)
  })

  test('the file is gone when its day is over', async () => {
    const store = storeOf([job(9)])
    let now = new Date('2026-11-01T01:00:00Z')
    await settle(exporterOf(store, threePages, () => now).exporter, store)
    const later = exporterOf(store, threePages, () => now)
    now = new Date('2026-11-02T00:59:00Z')
    await later.exporter.sweep()
    expect(await readdir(folder)).toEqual(['9.xlsx'])
    now = new Date('2026-11-02T01:00:00Z')
    await later.exporter.sweep()
    expect(await readdir(folder)).toEqual([])
    expect(store.jobs[0]!.state).toBe('expired')
  })
})

describe('the list of an export', () => {
  const asked = async (list: Partial<ExportJob['list']>) => {
    const seen: unknown[] = []
    const source = sourceOf({
      people: async (reader, input) => {
        seen.push('people', reader.lo, input)
        return { ...page([1], null), asOf: { on: '2021-09-17', knownAt: '', division: '2021-01-01' } }
      },
      counted: async (reader, input) => {
        seen.push('counted', reader.lo, input)
        return { ...page([1], null), asOf: { on: '2021-09-17', knownAt: '', division: '2021-01-01' } }
      },
    })
    await source({ ...job(1), list: { on: '2021-09-17', knownAt: '2026-11-01T00:00:00Z', ...list } }, 'b')
    return seen
  }
  const clocks = { on: '2021-09-17', knownAt: '2026-11-01T00:00:00Z', limit: 200, after: 'b' }

  test('is the list of people with the filter and predicate of the screen, within the scope kept with it', async () => {
    expect(await asked({ filter: 'age > 3', predicate: 'uninsured', area: 500101000000 })).toEqual([
      'people',
      500101000000,
      { query: { ...clocks, area: 500101000000, where: 'age > 3', predicate: 'uninsured' } },
    ])
  })

  test('is what an indicator counted, where one is named', async () => {
    expect(await asked({ indicator: 'workshops', plan: 'chongqing-2021', filter: 'capacity > 3' })).toEqual([
      'counted',
      500101000000,
      { params: { indicator: 'workshops' }, query: { ...clocks, plan: 'chongqing-2021', filter: 'capacity > 3' } },
    ])
  })
})
