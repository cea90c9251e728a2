import type { Static } from 'typebox'
import type { Indicator, NamedPredicate, Plan, PlanParameter, Programme } from '#domain/plan/indicator.ts'
import type { IndicatorView, PlanView } from '#domain/plan/plan.api.ts'

type View = Static<typeof PlanView>

/** A plan as its contract shows it: what a plan leaves out is null. */
export function viewPlan(plan: Plan): View {
  const { key, name, startsOn, endsOn, source, notKnown, actions, measures } = plan
  return {
    ...{ key, name, startsOn, endsOn, source, notKnown, actions, measures },
    indicators: plan.indicators.map(viewIndicator),
    parameters: plan.parameters.map(viewParameter),
    predicates: plan.predicates.map(viewPredicate),
    programmes: plan.programmes.map(viewProgramme),
    siteKinds: plan.siteKinds.map(({ key, name }) => ({ key, name })),
  }
}

function viewIndicator(indicator: Indicator): Static<typeof IndicatorView> {
  const { key, action, measure, name, statement, kind, unit, counts, where, attribution, assumptions, source } =
    indicator
  const known = { key, action, measure, name, statement, kind, unit, counts, where, attribution, assumptions, source }
  return { ...known, partOf: indicator.partOf ?? null, of: indicator.of ?? null }
}

function viewParameter({ key, label, value, from, to, source, assumption }: PlanParameter): View['parameters'][number] {
  return {
    key,
    label,
    value: String(value),
    from,
    to: to ?? null,
    source: source ?? null,
    assumption: assumption ?? null,
  }
}

function viewPredicate(predicate: NamedPredicate): View['predicates'][number] {
  const { key, kind, name, record, where, mend, clause, severity, source, assumption } = predicate
  const said = {
    clause: clause ?? null,
    severity: severity ?? null,
    source: source ?? null,
    assumption: assumption ?? null,
  }
  return { key, kind, name, record, where, mend, ...said }
}

function viewProgramme({ versions, ...programme }: Programme): View['programmes'][number] {
  return {
    ...programme,
    versions: versions.map(({ from, to, source, assumption, amounts }) => {
      return { from, to: to ?? null, source, assumption: assumption ?? null, amounts }
    }),
  }
}
