import { randomBytes } from 'node:crypto'
import type { Day } from '#domain/base/date.ts'
import { DEFAULTS, type RunSettings } from '#domain/jobs/matching/run-settings.ts'
import { version } from '../../../version.ts'
import { shippedWeights } from '../../matching-weights.ts'
import { shippedTiers } from '../../tiers.ts'
import type { NewRun } from './match-run.sql.ts'

type By = Pick<NewRun, 'officer_id' | 'officer_name' | 'post_id' | 'post_title'>
export const BY_SCHEDULE: By = { officer_id: null, officer_name: null, post_id: null, post_title: null }

/** A run as it is asked for: what was left out is as usual, and the lottery's seed is drawn where nobody named one. */
export function newRun(
  settings: RunSettings,
  asked: { plan: string; area: number; on: Day; cause: NewRun['cause']; by: By; now: Date },
): NewRun {
  const { on, people, kinds, openingsShare, backUps, factor, extent, seed } = { on: asked.on, ...DEFAULTS, ...settings }
  return {
    ...{ plan: asked.plan, frame_area: asked.area, on_day: on, cause: asked.cause, people, kinds: [...kinds] },
    ...{ openings_share: openingsShare, back_ups: backUps, factor, extent },
    seed: seed ?? `${on} ${randomBytes(4).toString('hex')}`,
    ...{ weights: shippedWeights(), tiers: shippedTiers(), engine: version(), asked_at: asked.now.toISOString() },
    ...asked.by,
  }
}
