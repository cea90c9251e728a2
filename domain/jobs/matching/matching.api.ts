import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, DayText, Instant, LedgerId, page, Words } from '../../base/shapes.ts'
import { Company, Condition, Near, Opening, RunTold, Worth } from '../offers/offers.api.ts'
import { Kind, VacancyLine } from '../vacancy/vacancy.api.ts'
import { RunSettings } from './run-settings.ts'
import { PHASES } from './run-state.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const count = Type.Integer({ minimum: 0 })
const clientId = Type.String({ format: 'uuid' })

/** Why a run has nothing for somebody: a condition that alone bars most, or one of the others. */
export const Reason = Type.Union([
  Condition,
  Type.Enum(['allFull', 'birthNotKnown', 'nothingOffered', 'severalConditions', 'notAsked']),
])
export type Reason = Static<typeof Reason>

const RunLine = Type.Object({
  id: LedgerId,
  state: Type.Enum(['waiting', 'running', 'stopping', 'done', 'stopped', 'failed', 'broken']),
  cause: Type.Enum(['hand', 'schedule']),
  /** Area whose people are placed. */
  frame: AreaCode,
  frameName: Type.String(),
  on: DayText,
  askedAt: Instant,
  /** Post and officer who asked; null = the schedule. */
  by: orNull(Type.String()),
  endedAt: orNull(Instant),
  share: Type.Number(),
  phase: Type.Enum(PHASES.map(({ key }) => key)),
  /** Since it began, or as long as it took. */
  seconds: orNull(count),
  people: orNull(count),
  placed: orNull(count),
})
export type RunLine = Static<typeof RunLine>

const Tier = Type.Object({ tier: count, name: Words })
/** Where somebody stands in the public order of a vacancy: tier and skill band from 1 and 0, rank within them. */
const Standing = Type.Object({ tier: count, band: count, rank: count })

const Counts = Type.Object({
  people: count,
  asked: count,
  vacancies: count,
  openings: count,
  placed: count,
  backUps: count,
  unmatched: count,
})
const Certificate = Type.Object({
  eligiblePairs: count,
  blockingPairs: Type.Object({ anchors: count, backUps: count }),
  overQuota: count,
  ineligible: count,
  doubled: count,
  onlyFlooded: count,
  tiers: Type.Array(Type.Object({ tier: count, people: count, placed: count, attainable: Type.Optional(count) })),
  mostPlaceable: Type.Optional(count),
  mostPlacements: Type.Optional(Type.Object({ people: count, envious: count })),
  utility: count,
  utilityBound: Type.Optional(count),
})
const Settings = Type.Object({
  people: Type.Enum(['need', 'wish']),
  kinds: Type.Array(Kind),
  openingsShare: count,
  backUps: count,
  factor: count,
  extent: Type.Enum(['full', 'quick']),
  seed: Type.String(),
  weights: Type.String(),
  tiers: Type.String(),
})
const Replay = Type.Object({
  at: Instant,
  sameInputs: Type.Boolean(),
  sameResult: Type.Boolean(),
})

/** Of the post's own people, in an area and what lies below it. */
const Placed = { people: count, placed: count, scenario: orNull(count) }
export const RunView = Type.Object({
  ...RunLine.properties,
  settings: Settings,
  tierNames: Type.Array(Tier),
  tiersAssumed: Type.Boolean(),
  weightsAssumed: Type.Boolean(),
  knownAt: orNull(Instant),
  engine: Type.String(),
  inputsHash: orNull(Type.String()),
  resultHash: orNull(Type.String()),
  /** Of the whole run, whoever looks at it. */
  counts: orNull(Counts),
  certificate: orNull(Certificate),
  took: orNull(Type.Record(Type.String(), Type.Number())),
  problem: orNull(Words),
  replayAskedAt: orNull(Instant),
  replay: orNull(Replay),
  /** Since when its lists are no longer kept; null = they are. */
  prunedAt: orNull(Instant),
  vacanciesLeft: orNull(Type.Object({ vacancies: count, openings: count, given: count, left: count })),
})

const Group = Type.Object({ area: AreaCode, name: Type.String(), ...Placed })
const Occupation = Type.Object({ code: Type.String(), name: Type.String() })
const Proposal = Type.Object({
  rank: count,
  vacancy: VacancyLine,
  points: Type.Integer(),
  worth: Worth,
  own: Standing,
  cutOff: orNull(Standing),
  /** How near the run proposes something to whoever would go with the person; the run itself knows nothing of it. */
  together: orNull(Near),
})
/** A vacancy the person would rather have, and where its last admitted stands; nothing of whoever that is. */
const Ahead = Type.Object({
  vacancy: VacancyLine,
  given: count,
  own: Standing,
  cutOff: Standing,
  why: Type.Enum(['tier', 'band', 'rank']),
})
const PersonLine = Type.Object({
  person: LedgerId,
  name: Type.String(),
  areaName: Type.String(),
  tier: Tier,
  asked: Type.Boolean(),
  occupation: orNull(Occupation),
  reason: orNull(Reason),
  vacancy: orNull(Type.Object({ id: LedgerId, title: Type.String(), employer: Type.String() })),
})

const one = Type.Object({ id: LedgerId })
const within = { area: Type.Optional(AreaCode) }
const ofRun = Type.Object({ run: Type.Optional(LedgerId) })

export const matchingApi = contract({
  listMatchRuns: {
    method: 'GET',
    path: '/api/match-runs',
    needs: 'jobs.read',
    summary: 'Runs of matching, newest first, and what the next would be made with',
    query: Type.Object(page),
    reply: Type.Object({
      runs: Type.Array(RunLine),
      next: orNull(Type.String()),
      /** Versions, and the tiers with the rule of each. */
      weights: Type.Object({ version: Type.String(), assumption: Type.Boolean() }),
      tiers: Type.Object({
        version: Type.String(),
        assumption: Type.Boolean(),
        tiers: Type.Array(Type.Object({ tier: count, name: Words, where: orNull(Type.String()) })),
      }),
      timeOfDay: Type.String(),
      dueAt: Instant,
      /** Days for which what a run proposed is kept; null = for ever. */
      keptDays: orNull(count),
    }),
  },
  startMatchRun: {
    method: 'POST',
    path: '/api/match-runs',
    needs: 'jobs.match',
    summary:
      'Place everybody of the post’s area over the openings there are, in a process of its own; one run at a time',
    body: Type.Object({ clientId, settings: RunSettings }),
    reply: Type.Object({ id: LedgerId }),
  },
  getMatchRun: {
    method: 'GET',
    path: '/api/match-runs/:id',
    needs: 'jobs.read',
    summary: 'A run: what was asked, how far it is, and what its certificate says',
    params: one,
    reply: RunView,
  },
  getMatchResult: {
    method: 'GET',
    path: '/api/match-runs/:id/result',
    needs: 'people.list',
    summary: 'How many of the post’s own people a run placed, by area, tier, and reason',
    params: one,
    query: Type.Object(within),
    reply: Type.Object({
      scope: Group,
      areas: Type.Array(Group),
      tiers: Type.Array(Type.Object({ ...Tier.properties, ...Placed })),
      reasons: Type.Array(Type.Object({ reason: Reason, people: count })),
      /** By area below, first wish and reason, the most first. */
      gaps: Type.Array(
        Type.Object({
          area: AreaCode,
          name: Type.String(),
          occupation: orNull(Occupation),
          reason: Reason,
          people: count,
        }),
      ),
      moreGaps: Type.Boolean(),
    }),
  },
  stopMatchRun: {
    method: 'POST',
    path: '/api/match-runs/:id/stop',
    needs: 'jobs.match',
    summary: 'Stop a run; nothing of it is kept but that it was',
    params: one,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
  replayMatchRun: {
    method: 'POST',
    path: '/api/match-runs/:id/replay',
    needs: 'jobs.match',
    summary: 'Compute a run again from what was known then, and compare',
    params: one,
    body: Type.Object({ clientId }),
    reply: Type.Object({ id: LedgerId }),
  },
  listMatchPeople: {
    method: 'GET',
    path: '/api/match-runs/:id/people',
    needs: 'people.list',
    summary: 'People of a run within the post’s area, placed or not; logged',
    params: one,
    query: Type.Object({
      ...page,
      ...within,
      part: Type.Optional(Type.Enum(['placed', 'unmatched', 'scenario'])),
      reason: Type.Optional(Reason),
      tier: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
      /** A small class, or `none` where none is known. */
      occupation: Type.Optional(Type.String({ pattern: '^([1-8](-\\d{2}){2}|none)$' })),
    }),
    reply: Type.Object({ people: Type.Array(PersonLine), next: orNull(Type.String()) }),
  },
  listMatchVacancies: {
    method: 'GET',
    path: '/api/match-runs/:id/vacancies',
    needs: 'jobs.read',
    summary: 'Vacancies of a run: how many openings were given, and where the last admitted stands',
    params: one,
    query: Type.Object({ ...page, part: Type.Optional(Type.Enum(['left', 'full'])) }),
    reply: Type.Object({
      vacancies: Type.Array(
        Type.Object({ vacancy: VacancyLine, openings: count, given: count, backUps: count, cutOff: orNull(Standing) }),
      ),
      tierNames: Type.Array(Tier),
      next: orNull(Type.String()),
    }),
  },
  getPersonMatch: {
    method: 'GET',
    path: '/api/people/:id/match',
    needs: 'people.read',
    summary: 'What the last run proposes to a person, or why it has nothing, without another’s data; logged',
    params: one,
    query: ofRun,
    reply: Type.Object({
      run: orNull(RunTold),
      result: orNull(
        Type.Object({
          tier: Tier,
          asked: Type.Boolean(),
          occupation: orNull(Occupation),
          reason: orNull(Reason),
          /** Vacancies the person would rather have than what they got. */
          better: count,
          /** With whom the person would go; null = alone, or not asked. */
          company: orNull(Company),
          /** The anchor first, then back-ups: those near a companion's proposal first, each by what they are worth. */
          proposals: Type.Array(Proposal),
          ahead: Type.Array(Ahead),
          wouldOpen: Type.Array(Opening),
          tierNames: Type.Array(Tier),
        }),
      ),
    }),
  },
  getVacancyMatch: {
    method: 'GET',
    path: '/api/vacancies/:id/match',
    needs: 'people.list',
    summary: 'A vacancy in the last run: its cut-off, and whom of the post’s area it is proposed to; logged',
    params: one,
    query: Type.Object({ ...ofRun.properties, ...page }),
    reply: Type.Object({
      run: orNull(RunTold),
      result: orNull(
        Type.Object({
          openings: count,
          given: count,
          backUps: count,
          cutOff: orNull(Standing),
          people: Type.Array(
            Type.Object({
              person: LedgerId,
              name: Type.String(),
              areaName: Type.String(),
              rank: count,
              points: Type.Integer(),
              standing: Standing,
            }),
          ),
          next: orNull(Type.String()),
          tierNames: Type.Array(Tier),
        }),
      ),
    }),
  },
})
