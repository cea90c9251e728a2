import { performance } from 'node:perf_hooks'
import type { MatchRunRow } from '#db/types.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import type { Tiers } from '#domain/jobs/tiers/tiers.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Door } from '../../../db.ts'
import { findRun, finishReplay, finishRun, type Task } from './match-run.sql.ts'
import { type PlaceAsked, type Placement, placeEverybody } from './place-everybody.ts'
import { writeResult } from './write-result.sql.ts'

type Given = {
  door: Pick<Door, 'asJob'>
  planOf: (key: string) => Plan
  onProgress: (share: number) => void
  now: () => Date
}

/** Does a run that has begun, or computes one again; what it proposes, the certificate and the run's end are one transaction. */
export async function doTask(given: Given, { id, replay }: Task): Promise<void> {
  const { door, now } = given
  const run = (await door.asJob((tx) => findRun(tx, id)))!
  if (replay) {
    const same = await replayRun(given, run)
    await door.asJob((tx) => finishReplay(tx, id, same, now()))
    return
  }
  const placement = await placeEverybody(door, askedOf(run, given.planOf(run.plan)), given.onProgress)
  const begun = performance.now()
  await door.asJob(async (tx) => {
    await writeResult(tx, id, placement)
    const seconds = { ...placement.seconds, writing: Math.round(performance.now() - begun) / 1000 }
    const finished = { ...resultOf(placement), seconds }
    // Throwing takes back all that was written.
    if (!(await finishRun(tx, id, finished, now()))) throw new Error('the run was stopped')
  })
}

/** Computes a run again from what was known then, with its own settings, weights and tiers. */
export async function replayRun(
  { door, planOf, onProgress }: Omit<Given, 'now'>,
  run: MatchRunRow,
): Promise<{ sameInputs: boolean; sameResult: boolean }> {
  const { hashes } = await placeEverybody(door, askedOf(run, planOf(run.plan)), onProgress)
  return { sameInputs: hashes.inputs === run.inputs_hash, sameResult: hashes.result === run.result_hash }
}

/** What a kept run asks for. */
export const askedOf = (run: MatchRunRow, plan: Plan): PlaceAsked => ({
  ...{
    plan,
    weights: run.weights as Weights,
    tiers: run.tiers as Tiers,
    knownAt: new Date(run.known_at!).toISOString(),
  },
  ...{ on_day: run.on_day, frame_area: run.frame_area, people: run.people, kinds: run.kinds, seed: run.seed },
  ...{ openings_share: run.openings_share, backUps: run.back_ups, factor: run.factor },
  extent: run.extent as PlaceAsked['extent'],
})

function resultOf({ read, run, reasons, certificate, hashes }: Placement) {
  const { people, vacancies } = read.market
  const held = (slots: Int32Array) => slots.reduce((sum, slot) => sum + (slot < 0 ? 0 : 1), 0)
  const counts = {
    ...{ people: people.count, asked: people.count - read.notAsked.size, vacancies: vacancies.count },
    openings: vacancies.openings.reduce((sum, openings) => sum + openings, 0),
    ...{ placed: held(run.anchor), backUps: held(run.backUp) },
    unmatched: reasons.filter((reason) => reason !== undefined).length,
  }
  return { counts, certificate, inputs_hash: hashes.inputs, result_hash: hashes.result }
}
