import type { Static } from 'typebox'
import type { SampleRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import { sampleBand } from '#domain/indicators/sampling/sample-band.ts'
import type { SampleView } from '#domain/indicators/sampling/sampling.api.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { type CountyRow, countiesOf, findSample } from './sample.sql.ts'

type View = Static<typeof SampleView>

/** Samples with what they say of an area: of its counties that the post sees. One without any is not told of. */
export async function viewSamples(
  tx: Tx,
  samples: readonly SampleRow[],
  intervals: readonly Interval[],
): Promise<View[]> {
  const ids = samples.map(({ id }) => id)
  const counties = Map.groupBy(await countiesOf(tx, ids, intervals), ({ sample_id }) => sample_id)
  const names = await areaNames(tx)
  return samples.flatMap((sample) => {
    const own = counties.get(sample.id)
    return own ? [viewSample(sample, own, names)] : []
  })
}

/** Refuses (404) a sample that is not there, and one of which the post sees no county. */
export async function getSample(
  tx: Tx,
  id: number,
  intervals: readonly Interval[],
): Promise<{ row: SampleRow; view: View }> {
  const row = await findSample(tx, id)
  const [view] = row ? await viewSamples(tx, [row], intervals) : []
  return row && view ? { row, view } : refuseAbsent(id)
}

function viewSample(sample: SampleRow, rows: readonly CountyRow[], names: AreaNames): View {
  const counties = rows.map(({ sample_id: _, county: __, ...row }) => ({ ...row, areaName: names.nameOf(row.area) }))
  const sum = (key: 'size' | 'drawn') => counties.reduce((all, county) => all + county[key], 0)
  return {
    id: sample.id,
    plan: sample.plan,
    indicator: sample.indicator,
    frameArea: sample.frame_area,
    frameName: names.nameOf(sample.frame_area),
    on: sample.on_day,
    knownAt: sample.known_at,
    confidence: Number(sample.confidence) as View['confidence'],
    error: Number(sample.error),
    expected: Number(sample.expected),
    minimum: sample.minimum,
    allocation: sample.allocation as View['allocation'],
    seed: sample.seed,
    frameHash: sample.frame_hash,
    drawnAt: sample.drawn_at,
    drawnBy: sample.drawn_by,
    counties,
    size: sum('size'),
    drawn: sum('drawn'),
    result: sampleBand(counties, Number(sample.confidence)),
  }
}

export function refuseAbsent(id: number): never {
  return fail(
    'indicators.sample.absent',
    {
      zh: '没有这次抽样，或它不涉及当前岗位的区县。请从抽样核实页重新打开。',
      en: 'There is no such sample, or none of its counties lies within this post. Open it again from the page of samples.',
    },
    { status: 404, where: { sample: id } },
  )
}
