import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { AreaCode, AsOf, asOf, DayText, LedgerId, page, Words } from '../base/shapes.ts'
import { PersonLine } from '../people/people.api.ts'
import { SiteLine } from '../places/places.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** met, ahead, on_track, behind, missed, outside (a band), or none where the plan states no number. */
export const FigureState = Type.Union([
  Type.Literal('met'),
  Type.Literal('ahead'),
  Type.Literal('on_track'),
  Type.Literal('behind'),
  Type.Literal('missed'),
  Type.Literal('outside'),
  Type.Literal('none'),
])

/** 数字: the value of an indicator for an area, a day and a moment of knowledge, with the rule that coloured it. */
export const FigureView = Type.Object({
  indicator: Type.String(),
  area: AreaCode,
  areaName: Type.String(),
  value: orNull(Type.Number()),
  /** What a share is a share of; null where the figure is a plain count. */
  of: orNull(Type.Number()),
  parts: Type.Array(Type.Object({ key: Type.String(), label: Words, value: Type.Number() })),
  target: orNull(
    Type.Object({
      value: Type.Number(),
      by: orNull(DayText),
      origin: Type.Union([Type.Literal('plan'), Type.Literal('task'), Type.Literal('decomposition')]),
      assumption: Type.Boolean(),
      source: orNull(Type.String()),
    }),
  ),
  /** The yearly task apart from the plan's own target, where one is known. */
  task: orNull(Type.Object({ value: Type.Number(), year: Type.Integer(), source: Type.String() })),
  kind: Type.String(),
  state: FigureState,
  /** The rule that gave the state, with its numbers in it. */
  rule: Words,
  /** Time-proportional value on the day, and what is still needed a month. */
  trajectory: orNull(Type.Object({ due: Type.Number(), perMonth: Type.Number(), words: Words })),
  published: orNull(Type.Object({ value: Type.Number(), on: DayText, source: Type.String(), text: Words })),
  /** False only where the value is no count of records. */
  opens: Type.Boolean(),
})

/** A record of any kind as lists show it: whose, where, when, its facts in words. */
export const RecordLine = Type.Object({
  id: LedgerId,
  person: orNull(Type.Object({ id: LedgerId, name: Type.String() })),
  area: AreaCode,
  areaName: Type.String(),
  from: DayText,
  to: orNull(DayText),
  facts: Type.Array(Type.Object({ key: Type.String(), label: Words, value: Words })),
})

const key = Type.Object({ indicator: Type.String({ maxLength: 80 }) })
const where = {
  plan: Type.Optional(Type.String({ maxLength: 60 })),
  area: Type.Optional(AreaCode),
  ...asOf,
  /** As reported: what the closed month whose last day is `on` says; `knownAt` is then that of its snapshot. */
  reported: Type.Optional(Type.Boolean()),
}

export const indicatorsApi = contract({
  listFigures: {
    method: 'GET',
    path: '/api/figures',
    needs: 'indicators.read',
    summary: 'Every indicator of a plan for one area',
    query: Type.Object(where),
    reply: Type.Object({ asOf: AsOf, area: AreaCode, figures: Type.Array(FigureView) }),
  },
  listFiguresByArea: {
    method: 'GET',
    path: '/api/figures/:indicator/areas',
    needs: 'indicators.read',
    summary: 'One indicator for every area directly below an area',
    params: key,
    query: Type.Object(where),
    reply: Type.Object({ asOf: AsOf, area: AreaCode, figures: Type.Array(FigureView) }),
  },
  listFigureSeries: {
    method: 'GET',
    path: '/api/figures/:indicator/series',
    needs: 'indicators.read',
    summary: 'One indicator for one area at month ends, with the published points',
    params: key,
    query: Type.Object({ ...where, months: Type.Optional(Type.Integer({ minimum: 2, maximum: 60 })) }),
    reply: Type.Object({
      area: AreaCode,
      points: Type.Array(Type.Object({ on: DayText, value: orNull(Type.Number()) })),
      published: Type.Array(Type.Object({ on: DayText, value: Type.Number(), text: Words, source: Type.String() })),
      targets: Type.Array(Type.Object({ from: DayText, to: orNull(DayText), value: Type.Number(), label: Words })),
    }),
  },
  listFigureRuns: {
    method: 'GET',
    path: '/api/figures/runs',
    needs: 'indicators.read',
    summary: 'What is being counted at this moment, and how far it is',
    reply: Type.Object({
      underWay: Type.Array(
        Type.Object({
          plan: Type.String(),
          on: DayText,
          /** A trend of this indicator at so many month ends; null where all figures of the day are counted. */
          indicator: orNull(Type.String()),
          months: orNull(Type.Integer()),
          /** From 0 to 1. */
          share: Type.Number(),
          /** Since it began; null while it waits its turn. */
          seconds: orNull(Type.Number()),
        }),
      ),
    }),
  },
  listCounted: {
    method: 'GET',
    path: '/api/figures/:indicator/counted',
    needs: 'people.list',
    summary: 'The people, sites or records a figure counted, page by page; as many as the figure says',
    params: key,
    query: Type.Object({
      ...where,
      ...page,
      part: Type.Optional(Type.String({ maxLength: 60 })),
      filter: Type.Optional(Type.String({ maxLength: 2000 })),
    }),
    reply: Type.Object({
      asOf: AsOf,
      record: Type.String(),
      people: Type.Array(PersonLine),
      sites: Type.Array(SiteLine),
      areas: Type.Array(Type.Object({ code: AreaCode, name: Type.String() })),
      records: Type.Array(RecordLine),
      next: orNull(Type.String()),
    }),
  },
  listNeeds: {
    method: 'GET',
    path: '/api/needs',
    needs: 'indicators.read',
    summary: 'How many people of an area have each need or finding today, and how many cannot be told',
    query: Type.Object({ plan: where.plan, area: where.area }),
    reply: Type.Object({
      lines: Type.Array(
        Type.Object({
          key: Type.String(),
          kind: Type.Union([Type.Literal('need'), Type.Literal('finding')]),
          name: Words,
          severity: orNull(Type.String()),
          yes: Type.Integer(),
          unknown: Type.Integer(),
        }),
      ),
    }),
  },
  requestExport: {
    method: 'POST',
    path: '/api/exports',
    needs: 'people.export',
    summary: 'Make a masked, watermarked workbook of a list; asynchronous, logged, expiring',
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      reason: Type.String({ minLength: 4, maxLength: 200 }),
      list: Type.Object({
        indicator: Type.Optional(Type.String({ maxLength: 80 })),
        predicate: Type.Optional(Type.String({ maxLength: 80 })),
        filter: Type.Optional(Type.String({ maxLength: 2000 })),
        ...where,
      }),
    }),
    reply: Type.Object({ id: LedgerId }),
  },
  getExport: {
    method: 'GET',
    path: '/api/exports/:id',
    needs: 'people.export',
    summary: 'How far an export is; the file is at /api/exports/:id/file when done',
    params: Type.Object({ id: LedgerId }),
    reply: Type.Object({
      id: LedgerId,
      state: Type.Union([
        Type.Literal('waiting'),
        Type.Literal('running'),
        Type.Literal('done'),
        Type.Literal('failed'),
        Type.Literal('expired'),
      ]),
      rows: Type.Integer(),
      expiresAt: orNull(Type.String()),
      problem: orNull(Words),
    }),
  },
})
