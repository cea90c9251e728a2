import { type Static, Type } from 'typebox'
import { catalogue, type RecordName } from '../../people/catalogue.ts'
import { rosterRole } from '../../people/codes.ts'
import { UNITS } from '../unit.ts'

/** The shapes of the files of a plan folder, one schema a kind of file. */
const exact = { additionalProperties: false } as const
const Text = Type.String({ minLength: 1 })
const Both = Type.Object({ zh: Text, en: Text }, exact)
const Day = Type.String({ format: 'day' })
const KEY_HINT = {
  zh: '用小写英文、数字、连字符，如 lifted-in-work',
  en: 'lower case, digits and hyphens, as in lifted-in-work',
}
const Key = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', hint: KEY_HINT })
const IndicatorKey = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)?$', hint: KEY_HINT })
const NAME_HINT = {
  zh: '用小写英文、数字、下划线，如 post_months',
  en: 'lower case, digits and underscores, as in post_months',
}
const Name = Type.String({ pattern: '^[a-z][a-z0-9_]*$', hint: NAME_HINT })
const SourceKey = Type.String({ minLength: 1 })
const Rule = Type.String({ minLength: 1 })
const Origin = { source: Type.Optional(SourceKey), assumption: Type.Optional(Both) }
/** One of the names, as a type and as a check. */
const oneOf = <const T extends string>(names: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...names] })
const ScalarKind = oneOf(['number', 'date', 'string'])
const Scalar = Type.Unsafe<number | string>({ type: ['number', 'string'] })

export const PlanFile = Type.Object(
  {
    key: Key,
    name: Both,
    startsOn: Day,
    endsOn: Day,
    source: SourceKey,
    notKnown: Type.Array(Both),
    /** Keys of the actions in the order in which the plan names them; left out: by file name. */
    actions: Type.Optional(Type.Array(Key)),
    reuses: Type.Optional(Key),
    programmeActions: Type.Optional(Type.Record(Type.String(), Key)),
  },
  exact,
)
export const ActionFile = Type.Object(
  {
    key: Key,
    name: Both,
    aim: Both,
    measures: Type.Optional(Type.Array(Type.Object({ key: Key, name: Both, statement: Both }, exact))),
    reuse: Type.Optional(Type.Array(Key)),
  },
  exact,
)

const definition = {
  key: Key,
  name: Both,
  statement: Type.Optional(Both),
  kind: oneOf(['floor', 'cumulative', 'band', 'coverage', 'share', 'count']),
  unit: oneOf(Object.keys(UNITS) as (keyof typeof UNITS)[]),
  counts: oneOf(Object.keys(catalogue) as RecordName[]),
  of: Type.Optional(Rule),
  where: Rule,
  distinct: Type.Optional(oneOf(['county', 'town'])),
  by: Type.Optional(Type.String()),
  sum: Type.Optional(Type.String()),
  median: Type.Optional(Type.String()),
  ofAreas: Type.Optional(
    Type.Object(
      {
        level: Type.Optional(oneOf(['county', 'town'])),
        codes: Type.Optional(Type.Array(Type.Integer(), { minItems: 1 })),
      },
      exact,
    ),
  ),
  attribution: Type.Optional(Both),
  assumptions: Type.Optional(Type.Array(Both)),
  source: Type.Optional(SourceKey),
}
const Detail = Type.Object(definition, exact)
export const IndicatorFile = Type.Object(
  {
    ...definition,
    measure: Key,
    /** Among the indicators of its measure; the measure's namesake stands first anyway. */
    place: Type.Optional(Type.Integer({ minimum: 1 })),
    attribution: Both,
    source: SourceKey,
    details: Type.Optional(Type.Array(Detail)),
  },
  exact,
)

export const TargetsFile = Type.Object(
  {
    targets: Type.Array(
      Type.Object(
        {
          indicator: IndicatorKey,
          value: Type.Number(),
          from: Day,
          by: Day,
          /** A band: the parameter that says how far from the value is still about. */
          width: Type.Optional(Name),
          source: SourceKey,
          assumption: Type.Optional(Both),
        },
        exact,
      ),
    ),
  },
  exact,
)
export const TasksFile = Type.Object(
  {
    tasks: Type.Array(
      Type.Object(
        {
          indicator: IndicatorKey,
          year: Type.Integer({ minimum: 2000 }),
          value: Type.Number(),
          source: SourceKey,
          assumption: Type.Optional(Both),
        },
        exact,
      ),
    ),
  },
  exact,
)
export const DecompositionFile = Type.Object(
  {
    indicator: IndicatorKey,
    from: Day,
    to: Type.Optional(Day),
    ...Origin,
    /** Six digits of the county → its part. */
    rows: Type.Unsafe<Record<string, number>>({
      type: 'object',
      patternProperties: { '^\\d{6}$': { type: 'integer', minimum: 0 } },
      hint: { zh: '键为六位区县代码', en: 'keys are six-digit county codes' },
    }),
  },
  exact,
)
const reported = {
  indicator: IndicatorKey,
  value: Type.Number(),
  bound: Type.Optional(oneOf(['above', 'about'])),
  source: SourceKey,
  text: Both,
}
export const PublishedFile = Type.Object(
  {
    published: Type.Array(Type.Object({ ...reported, on: Day }, exact)),
    undated: Type.Optional(Type.Array(Type.Object(reported, exact))),
  },
  exact,
)
export const SourcesFile = Type.Object(
  {
    sources: Type.Record(
      Type.String(),
      Type.Object({ title: Text, address: Text, mirror: Type.Optional(Type.Boolean()) }, exact),
    ),
  },
  exact,
)
export const ParametersFile = Type.Object(
  {
    parameters: Type.Array(
      Type.Object(
        { key: Name, label: Both, type: ScalarKind, value: Scalar, from: Day, to: Type.Optional(Day), ...Origin },
        exact,
      ),
    ),
  },
  exact,
)
export const PredicateFile = Type.Object(
  {
    key: Key,
    name: Both,
    record: Type.Optional(oneOf(Object.keys(catalogue) as RecordName[])),
    clause: Type.Optional(Text),
    severity: Type.Optional(oneOf(['block', 'hold', 'review'])),
    where: Rule,
    /** Of a finding about sites: which lines of a site's roster are behind it. */
    people: Type.Optional(Rule),
    /** Why it is never unknown: it reads only what the ledger never lacks. Then it needs no worked case of that. */
    certain: Type.Optional(Both),
    mend: Both,
    ...Origin,
  },
  exact,
)
export const RoundFile = Type.Object(
  {
    key: Key,
    name: Both,
    who: Rule,
    verified: Rule,
    reported: Rule,
    tried: Rule,
    changed: Rule,
    /** Months, by method. */
    counts: Type.Object(
      {
        phone: Type.Integer({ minimum: 1 }),
        visit: Type.Integer({ minimum: 1 }),
        register_match: Type.Integer({ minimum: 1 }),
      },
      exact,
    ),
    source: SourceKey,
    assumptions: Type.Array(Both),
  },
  exact,
)
/** Classes by people who stay: fewest people of each, largest first, and what each grade is worth in it, in yuan. */
const AwardClasses = Type.Object(
  {
    stableMonths: Type.Integer({ minimum: 1 }),
    least: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1 }),
    yuan: Type.Unsafe<Record<string, number[]>>({
      type: 'object',
      patternProperties: { '': Type.Array(Type.Integer({ minimum: 0 })) },
    }),
  },
  exact,
)
export const CorridorFile = Type.Object(
  {
    key: Key,
    name: Both,
    /** Twelve digits. */
    sending: Type.Integer(),
    receiving: Type.Object({ place: Type.Integer(), name: Both }, exact),
    /** Its yearly tasks and published figures stand with this indicator. */
    indicator: Type.Optional(IndicatorKey),
    pairs: Type.Array(Type.Object({ sending: Type.Integer(), receiving: Both, source: SourceKey }, exact)),
    published: Type.Array(Type.Object({ text: Both, source: SourceKey }, exact)),
    notKnown: Type.Array(Both),
    source: SourceKey,
  },
  exact,
)
export const ProgrammeFile = Type.Object(
  {
    key: Key,
    name: Both,
    action: Key,
    source: SourceKey,
    versions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            from: Day,
            to: Type.Optional(Day),
            source: SourceKey,
            assumption: Type.Optional(Both),
            amounts: Type.Array(Both),
            classes: Type.Optional(AwardClasses),
          },
          exact,
        ),
      ),
    ),
  },
  exact,
)
export const SitesFile = Type.Object(
  {
    kinds: Type.Array(
      Type.Object(
        {
          key: Name,
          name: Both,
          /** Whom its roster holds. */
          roster: Type.Optional(oneOf(Object.keys(rosterRole) as (keyof typeof rosterRole)[])),
          /** The programme under which a passed evaluation is awarded. */
          award: Type.Optional(Key),
          /** What the source does not say of such sites. */
          notKnown: Type.Optional(Type.Array(Both)),
          source: Type.Optional(SourceKey),
          fields: Type.Array(
            Type.Object(
              {
                key: Name,
                label: Both,
                type: oneOf(['number', 'string', 'date', 'boolean']),
                required: Type.Boolean(),
              },
              exact,
            ),
          ),
        },
        exact,
      ),
    ),
  },
  exact,
)
/** Facts of a file in the catalogue's keys; they are held against the catalogue, not against this shape. */
const Facts = Type.Unsafe<Record<string, unknown>>({ type: 'object', patternProperties: { '': {} } })
export const CaseFile = Type.Object(
  {
    predicate: Key,
    on: Day,
    /** The record that a case speaks of: a person, or a site where the rule is over sites. */
    person: Type.Optional(Facts),
    site: Type.Optional(Facts),
    cases: Type.Array(
      Type.Object(
        {
          expect: oneOf(['yes', 'no', 'unknown']),
          about: Both,
          with: Type.Optional(Facts),
          missing: Type.Optional(Type.Array(Type.String())),
        },
        exact,
      ),
      { minItems: 1 },
    ),
  },
  exact,
)

export type PlanFile = Static<typeof PlanFile>
export type ActionFile = Static<typeof ActionFile>
export type IndicatorFile = Static<typeof IndicatorFile>
export type IndicatorDetail = Static<typeof Detail>
export type TargetsFile = Static<typeof TargetsFile>
export type TasksFile = Static<typeof TasksFile>
export type DecompositionFile = Static<typeof DecompositionFile>
export type PublishedFile = Static<typeof PublishedFile>
export type SourcesFile = Static<typeof SourcesFile>
export type ParametersFile = Static<typeof ParametersFile>
export type PredicateFile = Static<typeof PredicateFile>
export type RoundFile = Static<typeof RoundFile>
export type CorridorFile = Static<typeof CorridorFile>
export type ProgrammeFile = Static<typeof ProgrammeFile>
export type SitesFile = Static<typeof SitesFile>
export type CaseFile = Static<typeof CaseFile>
