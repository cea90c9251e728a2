import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId, page, Words } from '../../base/shapes.ts'
import { RaisedFinding } from '../../people/people.api.ts'
import { SiteLine } from '../../places/places.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const one = Type.Object({ id: LedgerId })
const clocks = { on: asOf.on, knownAt: asOf.knownAt }
const clientId = Type.String({ format: 'uuid' })
/** Keys of findings that the officer has seen and says are true. */
const confirmed = Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 40 }))
const reason = Type.String({ minLength: 2, maxLength: 200 })
const Code = Type.String({ maxLength: 40 })
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const Days = Type.Integer({ minimum: 0, maximum: 31 })
const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000 })
const YesNo = Type.Enum(['yes', 'no', 'unknown'])

/** What a site showed of one person for one month. */
const Shown = Type.Object({
  days: orNull(Type.Integer()),
  wagePaidFen: orNull(Type.Integer()),
  evidence: orNull(Type.String()),
})
const Verified = Type.Object({ on: DayText, method: orNull(Type.String()), by: orNull(Type.String()) })

/** Somebody who stood on the roster on some day of the month. */
export const MonthLine = Type.Object({
  person: LedgerId,
  roster: LedgerId,
  knownFrom: Instant,
  name: Type.String(),
  role: Type.String(),
  from: DayText,
  to: orNull(DayText),
  joined: Type.Boolean(),
  left: Type.Boolean(),
  lifted: Type.Boolean(),
  monitored: Type.Boolean(),
  verified: orNull(Verified),
  wageStatedFen: orNull(Type.Integer()),
  attendance: orNull(Type.Object({ ...Shown.properties, by: orNull(Type.String()), knownFrom: Instant })),
  /** What was shown for the month before: offered where nothing is entered yet. */
  before: orNull(Shown),
  insured: YesNo,
  wage: Type.Enum(['same', 'less', 'more', 'unknown']),
})

const Done = Type.Object({ people: Type.Integer(), gained: Type.Array(Type.String()), lost: Type.Array(Type.String()) })
const Joining = {
  person: LedgerId,
  from: DayText,
  evidence: Code,
  role: Type.Optional(Code),
}

export const siteApi = contract({
  listSites: {
    method: 'GET',
    path: '/api/sites',
    needs: 'places.read',
    summary: 'Sites of an area on a day, with the people on their rosters and their findings',
    query: Type.Object({
      ...clocks,
      ...page,
      area: Type.Optional(AreaCode),
      kind: Type.Optional(Type.String({ maxLength: 60 })),
      /** A finding by its key; `any`: sites with one at least. */
      finding: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    reply: Type.Object({
      sites: Type.Array(
        Type.Object({
          ...SiteLine.properties,
          lifted: Type.Integer(),
          findings: Type.Array(Type.Object({ key: Type.String(), people: Type.Integer() })),
        }),
      ),
      /** Every kind and finding there is to choose from. */
      kinds: Type.Array(Type.Object({ key: Type.String(), name: Words })),
      findings: Type.Array(Type.Object({ key: Type.String(), name: Words, sites: Type.Integer() })),
      next: orNull(Type.String()),
    }),
  },
  getSiteMonth: {
    method: 'GET',
    path: '/api/sites/:id/months/:month',
    needs: 'people.list',
    summary: 'Who stood on a site’s roster in a month, with attendance, insurance and wage; logged',
    params: Type.Object({ id: LedgerId, month: Month }),
    query: Type.Object(clocks),
    reply: Type.Object({
      month: Month,
      /** What the kind's roster holds: workers, founders, members …; null = the plan says nothing of it. */
      rosterRole: orNull(Type.String()),
      capacity: orNull(Type.Integer()),
      /** How far wages may differ and still be the same, in percent; an assumption of the plan. */
      wagePercent: Type.Integer(),
      people: Type.Array(MonthLine),
    }),
  },
  getSiteFindings: {
    method: 'GET',
    path: '/api/sites/:id/findings',
    needs: 'people.list',
    summary: 'Findings about a site and about the people on its roster, each with those behind it; logged',
    params: one,
    query: Type.Object(clocks),
    reply: Type.Object({
      findings: Type.Array(
        Type.Object({
          key: Type.String(),
          name: Words,
          clause: orNull(Type.String()),
          severity: Type.String(),
          mend: Words,
          source: orNull(Type.String()),
          assumption: orNull(Words),
          /** Of the site as a whole, or of people on its roster. */
          about: Type.Enum(['site', 'people']),
          outcome: Type.Enum(['yes', 'unknown']),
          people: Type.Array(Type.Object({ person: LedgerId, name: Type.String() })),
        }),
      ),
    }),
  },
  checkRoster: {
    method: 'POST',
    path: '/api/sites/:id/roster/check',
    needs: 'people.record',
    summary: 'What findings it would raise to put a person on the roster; nothing is saved',
    params: one,
    body: Type.Object(Joining),
    reply: Type.Object({ raised: Type.Array(RaisedFinding), notAsked: Type.Array(Type.String()) }),
  },
  joinRoster: {
    method: 'POST',
    path: '/api/sites/:id/roster',
    needs: 'people.record',
    summary: 'Put a person on a site’s roster; the file is determined again in the same transaction',
    params: one,
    body: Type.Object({ clientId, ...Joining, reason, confirmed }),
    reply: Done,
  },
  leaveRoster: {
    method: 'POST',
    path: '/api/sites/:id/roster/:roster/leave',
    needs: 'people.record',
    summary: 'Say which day was somebody’s last on the roster; what was said before stays known',
    params: Type.Object({ id: LedgerId, roster: LedgerId }),
    body: Type.Object({ clientId, lastDay: DayText, evidence: Code, reason, knownFrom: Instant, confirmed }),
    reply: Done,
  },
  verifyRoster: {
    method: 'POST',
    path: '/api/sites/:id/roster/:roster/verify',
    needs: 'people.record',
    summary: 'Confirm that somebody stands on the roster, by phone, visit or a register',
    params: Type.Object({ id: LedgerId, roster: LedgerId }),
    body: Type.Object({ clientId, method: Code, on: DayText, knownFrom: Instant }),
    reply: Done,
  },
  confirmAttendance: {
    method: 'POST',
    path: '/api/sites/:id/months/:month/attendance',
    needs: 'people.record',
    summary: 'What a site showed for a month: days present and wage paid, of as many people as were seen to',
    params: Type.Object({ id: LedgerId, month: Month }),
    body: Type.Object({
      clientId,
      people: Type.Array(
        Type.Object({
          person: LedgerId,
          days: Type.Optional(Days),
          wagePaidFen: Type.Optional(Fen),
          evidence: Code,
          /** The version that was on the screen; left out where nothing was entered. */
          seen: Type.Optional(Instant),
        }),
        { minItems: 1, maxItems: 500 },
      ),
      confirmed,
    }),
    reply: Done,
  },
  getSiteEvaluation: {
    method: 'GET',
    path: '/api/sites/:id/evaluation',
    needs: 'people.list',
    summary: 'Yearly grades of a site, and the stable staff counted by name on a day; logged',
    params: one,
    query: Type.Object(clocks),
    reply: Type.Object({
      grades: Type.Array(
        Type.Object({
          year: Type.Integer(),
          grade: Type.String(),
          staff: orNull(Type.Integer()),
          countedOn: orNull(DayText),
          source: Type.String(),
        }),
      ),
      /** The version of every year's grade, those given after the day too: what giving another is held against. */
      standing: Type.Array(Type.Object({ year: Type.Integer(), knownFrom: Instant })),
      on: DayText,
      onRoster: Type.Integer(),
      /** Months after which somebody counts as stable, and whether the plan's source says so for this kind. */
      stableMonths: Type.Integer(),
      stable: Type.Array(
        Type.Object({
          person: LedgerId,
          name: Type.String(),
          from: DayText,
          /** Full months before the day for which attendance or a wage was shown, of `stableMonths`. */
          proven: Type.Integer(),
        }),
      ),
      /** Null where no award is known for this kind. */
      award: orNull(
        Type.Object({
          programme: Words,
          from: DayText,
          inForce: Type.Boolean(),
          source: Type.String(),
          class: orNull(Type.Integer()),
          next: orNull(Type.Object({ least: Type.Integer(), more: Type.Integer() })),
          yuan: Type.Array(Type.Object({ grade: Type.String(), yuan: Type.Integer() })),
        }),
      ),
    }),
  },
  evaluateSite: {
    method: 'POST',
    path: '/api/sites/:id/grades',
    needs: 'jobs.evaluate',
    summary: 'Give a site its grade of a year; the stable staff is counted from names by the server',
    params: one,
    body: Type.Object({
      clientId,
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      grade: Code,
      countedOn: DayText,
      reason,
      /** The version that was on the screen; left out where the year had no grade. */
      seen: Type.Optional(Instant),
    }),
    reply: Type.Object({ year: Type.Integer(), grade: Type.String(), staff: Type.Integer() }),
  },
  getSiteMembers: {
    method: 'GET',
    path: '/api/sites/:id/members',
    needs: 'people.list',
    summary:
      'Members of a brand on a day: on its roster, or at work under its name; wages, certificates, places; logged',
    params: one,
    query: Type.Object(clocks),
    reply: Type.Object({
      members: Type.Array(
        Type.Object({
          person: LedgerId,
          name: Type.String(),
          from: DayText,
          onRoster: Type.Boolean(),
          place: orNull(AreaCode),
          placeName: orNull(Type.String()),
          employer: orNull(Type.String()),
          wageFen: orNull(Type.Integer()),
          certificates: Type.Array(Type.String()),
          /** The work record says that a certificate is held; null = it does not say. */
          certified: orNull(Type.Boolean()),
        }),
      ),
      wages: orNull(
        Type.Object({
          known: Type.Integer(),
          medianFen: Type.Integer(),
          lowestFen: Type.Integer(),
          highestFen: Type.Integer(),
        }),
      ),
    }),
  },
})
