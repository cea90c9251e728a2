import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId, page } from '../../base/shapes.ts'
import { PersonLine } from '../../people/people.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** How exact the share is to be: `error` and `expected` as shares, so 0.03 is three percentage points. */
const wanted = {
  confidence: Type.Union([Type.Literal(0.9), Type.Literal(0.95), Type.Literal(0.99)]),
  error: Type.Number({ minimum: 0.005, maximum: 0.2 }),
  /** The share held likely; 0.5 asks for the largest sample. */
  expected: Type.Number({ minimum: 0.5, maximum: 0.99 }),
  /** At least so many of every county. */
  minimum: Type.Integer({ minimum: 1, maximum: 200 }),
}
const which = {
  plan: Type.Optional(Type.String({ maxLength: 60 })),
  indicator: Type.String({ maxLength: 80 }),
  area: Type.Optional(AreaCode),
}

const Share = Type.Object({ share: Type.Number(), low: Type.Number(), high: Type.Number() })
/** What the call-back says of the figure so far. */
export const BandView = Type.Object({
  band: orNull(Share),
  /** All who were not reached or not asked yet not true, and all true. */
  worst: Type.Number(),
  best: Type.Number(),
  reached: Type.Integer(),
  unreached: Type.Integer(),
  pending: Type.Integer(),
  /** Counties of which nobody was reached. */
  silent: Type.Integer(),
})

export const SampleView = Type.Object({
  id: LedgerId,
  plan: Type.String(),
  indicator: Type.String(),
  frameArea: AreaCode,
  frameName: Type.String(),
  on: DayText,
  knownAt: Instant,
  ...wanted,
  /** proportional, or neyman where an earlier sample told the share of every county. */
  allocation: Type.Union([Type.Literal('proportional'), Type.Literal('neyman')]),
  seed: Type.String(),
  frameHash: Type.String(),
  drawnAt: Instant,
  drawnBy: Type.String(),
  /** Counties that the post sees, of the area asked about. */
  counties: Type.Array(
    Type.Object({
      area: AreaCode,
      areaName: Type.String(),
      size: Type.Integer(),
      drawn: Type.Integer(),
      asked: Type.Integer(),
      reached: Type.Integer(),
      held: Type.Integer(),
    }),
  ),
  size: Type.Integer(),
  drawn: Type.Integer(),
  result: BandView,
})

export const SampleAnswer = Type.Union([Type.Literal('held'), Type.Literal('failed'), Type.Literal('unreached')])

const Called = Type.Object({
  county: Type.Integer(),
  place: Type.Integer(),
  /** Null where the file has moved or was merged since. */
  person: orNull(Type.Object({ ...PersonLine.properties, phone: orNull(Type.String()) })),
  id: LedgerId,
  answer: orNull(SampleAnswer),
  reason: orNull(Type.String()),
  on: orNull(DayText),
  method: orNull(Type.String()),
  by: orNull(Type.String()),
  /** The version that an answer given now replaces. */
  knownFrom: Instant,
  /** The acting officer recorded or confirmed what is to be checked: another has to call. */
  own: Type.Boolean(),
})

export const samplingApi = contract({
  planSample: {
    method: 'GET',
    path: '/api/samples/size',
    needs: 'indicators.sample',
    summary: 'How many people of each county a sample of the wanted exactness takes',
    query: Type.Object({ ...which, ...asOf, ...wanted }),
    reply: Type.Object({
      size: Type.Integer(),
      drawn: Type.Integer(),
      allocation: Type.Union([Type.Literal('proportional'), Type.Literal('neyman')]),
      counties: Type.Array(
        Type.Object({ area: AreaCode, areaName: Type.String(), size: Type.Integer(), drawn: Type.Integer() }),
      ),
    }),
  },
  drawSample: {
    method: 'POST',
    path: '/api/samples',
    needs: 'indicators.sample',
    summary: 'Draw a random sample of the people behind a figure, by county; the seed is kept',
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      ...which,
      on: asOf.on,
      knownAt: asOf.knownAt,
      ...wanted,
      /** Somebody else's chance, such as a lottery's numbers; left out: the server's. */
      seed: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z-]{6,64}$' })),
    }),
    reply: Type.Object({ id: LedgerId }),
  },
  listSamples: {
    method: 'GET',
    path: '/api/samples',
    needs: 'indicators.read',
    summary: 'Samples drawn of the figures of an area, the newest first, with what they say so far',
    query: Type.Object({
      plan: which.plan,
      indicator: Type.Optional(which.indicator),
      area: which.area,
      on: asOf.on,
    }),
    reply: Type.Object({ samples: Type.Array(SampleView) }),
  },
  getSample: {
    method: 'GET',
    path: '/api/samples/:id',
    needs: 'indicators.read',
    summary: 'A sample: how it was drawn, its counties, the share with its error band',
    params: Type.Object({ id: LedgerId }),
    reply: SampleView,
  },
  proveSample: {
    method: 'GET',
    path: '/api/samples/:id/proof',
    needs: 'indicators.sample',
    summary: 'The list is made again from the rule and both clocks, the draw from the seed: are they the same?',
    params: Type.Object({ id: LedgerId }),
    reply: Type.Object({
      frameHash: Type.String(),
      sameFrame: Type.Boolean(),
      sameDraw: Type.Boolean(),
      size: Type.Integer(),
      drawn: Type.Integer(),
    }),
  },
  listSamplePeople: {
    method: 'GET',
    path: '/api/samples/:id/people',
    needs: 'people.list',
    summary: 'Whom to call of a sample, masked, with what was answered',
    params: Type.Object({ id: LedgerId }),
    query: Type.Object({
      ...page,
      county: Type.Optional(AreaCode),
      answer: Type.Optional(Type.Union([SampleAnswer, Type.Literal('pending')])),
    }),
    reply: Type.Object({ people: Type.Array(Called), next: orNull(Type.String()) }),
  },
  answerSample: {
    method: 'POST',
    path: '/api/samples/:id/people/:person',
    needs: 'people.record',
    summary: 'What the call-back found; never by an officer who recorded or confirmed the fact',
    params: Type.Object({ id: LedgerId, person: LedgerId }),
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      answer: SampleAnswer,
      reason: Type.Optional(Type.String({ maxLength: 40 })),
      method: Type.Union([Type.Literal('phone'), Type.Literal('visit')]),
      knownFrom: Instant,
    }),
    reply: Type.Object({ knownFrom: Instant }),
  },
})
