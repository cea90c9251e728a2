import type { MatchRunRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import type { matchingApi, RunLine } from '#domain/jobs/matching/matching.api.ts'
import { phaseAt, runState } from '#domain/jobs/matching/run-state.ts'
import type { Tiers } from '#domain/jobs/tiers/tiers.ts'
import type { Tx } from '../../db.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { openingsLeft } from './result.sql.ts'
import { findRun } from './run/match-run.sql.ts'

type View = Reply<typeof matchingApi.getMatchRun>
const iso = (instant: string | null): string | null => instant && new Date(instant).toISOString()

export const stateOf = (row: MatchRunRow, now: Date): RunLine['state'] =>
  runState(
    {
      ...{ begunAt: row.begun_at, aliveAt: row.alive_at, stopAskedAt: row.stop_asked_at, endedAt: row.ended_at },
      ...{ hasResult: row.result_hash !== null, hasProblem: row.problem !== null },
    },
    now,
  )

export function runLine(row: MatchRunRow, names: AreaNames, now: Date): RunLine {
  const counts = row.counts as View['counts']
  const until = Date.parse(row.ended_at ?? now.toISOString())
  return {
    ...{ id: row.id, state: stateOf(row, now), cause: row.cause },
    ...{ frame: row.frame_area, frameName: names.nameOf(row.frame_area), on: row.on_day },
    ...{ askedAt: iso(row.asked_at)!, by: row.post_title && `${row.post_title} ${row.officer_name}` },
    ...{ endedAt: iso(row.ended_at), share: row.share, phase: phaseAt(row.share) },
    seconds: row.begun_at === null ? null : Math.max(0, Math.round((until - Date.parse(row.begun_at)) / 1000)),
    ...{ people: counts?.people ?? null, placed: counts?.placed ?? null },
  }
}

export async function runView(tx: Tx, row: MatchRunRow, names: AreaNames, now: Date): Promise<View> {
  const [weights, tiers] = [row.weights as Weights, row.tiers as Tiers]
  const replay = row.replay as Omit<NonNullable<View['replay']>, 'at'> | null
  return {
    ...runLine(row, names, now),
    settings: {
      ...{ people: row.people, kinds: row.kinds as View['settings']['kinds'], openingsShare: row.openings_share },
      ...{ backUps: row.back_ups, factor: row.factor, extent: row.extent, seed: row.seed },
      ...{ weights: weights.version, tiers: tiers.version },
    },
    ...{ tierNames: tierNames(tiers), tiersAssumed: tiers.assumption, weightsAssumed: weights.assumption },
    ...{ knownAt: iso(row.known_at), engine: row.engine, inputsHash: row.inputs_hash, resultHash: row.result_hash },
    ...{ counts: row.counts as View['counts'], certificate: row.certificate as View['certificate'] },
    ...{ took: row.seconds as View['took'], problem: row.problem as View['problem'] },
    replayAskedAt: iso(row.replay_asked_at),
    replay: replay && row.replayed_at !== null ? { at: iso(row.replayed_at)!, ...replay } : null,
    prunedAt: iso(row.pruned_at),
    vacanciesLeft: row.result_hash === null ? null : await openingsLeft(tx, row.id),
  }
}

/** Counted from 1; the last is everybody else. */
export const tierNames = ({ tiers, others }: Tiers) =>
  [...tiers.map(({ name }) => name), others].map((name, at) => ({ tier: at + 1, name }))

/** Refuses (404) a run there is not. */
export const getRun = async (tx: Tx, id: number): Promise<MatchRunRow> => (await findRun(tx, id)) ?? refuseAbsent(id)

/** Refuses (409) a run without a result. */
export async function getDone(tx: Tx, id: number): Promise<MatchRunRow> {
  const row = await getRun(tx, id)
  return row.result_hash === null ? refuseNotDone(id) : row
}

/** Refuses (410) a run whose proposals are not kept any longer: what is left of them counts nobody. */
export async function getWhole(tx: Tx, id: number): Promise<MatchRunRow> {
  const row = await getDone(tx, id)
  return row.pruned_at === null ? row : refusePruned(id)
}

export function refuseAbsent(id: number): never {
  return fail(
    'jobs.run.absent',
    {
      zh: '没有这次匹配。请从匹配清单重新打开。',
      en: 'There is no such match run. Open it again from the list of runs.',
    },
    { status: 404, where: { run: id } },
  )
}

function refuseNotDone(id: number): never {
  return fail(
    'jobs.run.notDone',
    {
      zh: '这次匹配没有结果：还没有算完，或者已停止、中断。请看它的进度，或重新开始。',
      en: 'The match run has no result: it is not done yet, or was stopped or broken off. Look at its progress, or start again.',
    },
    { status: 409, where: { run: id } },
  )
}

function refusePruned(id: number): never {
  return fail(
    'jobs.run.pruned',
    {
      zh: '这次匹配的名单已过保留期，只保留推荐所依据的建议。总数、核验和录取线仍可查看；也可以按当时的数据重算比对。',
      en: 'The lists of this match run are no longer kept, but for what a referral rests on. Totals, certificate and cut-offs can still be seen, and the run can be computed again from what was known then.',
    },
    { status: 410, where: { run: id } },
  )
}
