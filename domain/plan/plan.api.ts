import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { DayText, Words } from '../base/shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const IndicatorView = Type.Object({
  key: Type.String(),
  action: Type.String(),
  measure: Type.String(),
  /** Key of the indicator this one details, if it does. */
  partOf: orNull(Type.String()),
  name: Words,
  statement: Words,
  kind: Type.String(),
  unit: Type.String(),
  counts: Type.String(),
  where: Type.String(),
  of: orNull(Type.String()),
  attribution: Words,
  assumptions: Type.Array(Words),
  source: Type.String(),
})

export const PlanView = Type.Object({
  key: Type.String(),
  name: Words,
  startsOn: DayText,
  endsOn: DayText,
  source: Type.String(),
  notKnown: Type.Array(Words),
  actions: Type.Array(Type.Object({ key: Type.String(), name: Words, aim: Words })),
  measures: Type.Array(Type.Object({ key: Type.String(), action: Type.String(), name: Words, statement: Words })),
  indicators: Type.Array(IndicatorView),
  parameters: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Words,
      value: Type.String(),
      from: DayText,
      to: orNull(DayText),
      source: orNull(Type.String()),
      assumption: orNull(Words),
    }),
  ),
  predicates: Type.Array(
    Type.Object({
      key: Type.String(),
      kind: Type.Union([Type.Literal('need'), Type.Literal('finding')]),
      name: Words,
      record: Type.String(),
      where: Type.String(),
      clause: orNull(Type.String()),
      severity: orNull(Type.String()),
      source: orNull(Type.String()),
      assumption: orNull(Words),
      /** What to do about it. */
      mend: Words,
    }),
  ),
  programmes: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Words,
      action: Type.String(),
      source: Type.String(),
      versions: Type.Array(
        Type.Object({
          from: DayText,
          to: orNull(DayText),
          source: Type.String(),
          assumption: orNull(Words),
          amounts: Type.Array(Words),
        }),
      ),
    }),
  ),
  /** Kinds of site with their words; further fields are the kind's own. */
  siteKinds: Type.Array(Type.Object({ key: Type.String(), name: Words })),
})

export const planApi = contract({
  listPlans: {
    method: 'GET',
    path: '/api/plans',
    needs: 'plan.read',
    summary: 'Plans in force and past',
    reply: Type.Object({
      plans: Type.Array(Type.Object({ key: Type.String(), name: Words, startsOn: DayText, endsOn: DayText })),
    }),
  },
  getPlan: {
    method: 'GET',
    path: '/api/plans/:plan',
    needs: 'plan.read',
    summary: 'A plan: actions, measures, indicators, parameters, needs and findings',
    params: Type.Object({ plan: Type.String({ maxLength: 60 }) }),
    reply: PlanView,
  },
})
