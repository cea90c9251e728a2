import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { asOf, DayText, Instant, LedgerId, Words } from '../../base/shapes.ts'
import { STEPS } from '../company/company.ts'
import { VacancyLine } from '../vacancy/vacancy.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const Condition = Type.Enum([
  ...(['openings', 'occupation', 'place', 'reach', 'wage', 'schooling', 'certificate', 'skill'] as const),
  ...(['age', 'body', 'hours', 'season', 'publicPost'] as const),
])
/** A hard condition of a pair: it holds, or a fact is missing. What the vacancy does not ask for is left out. */
export const Judged = Type.Object({ condition: Condition, judgement: Type.Enum(['yes', 'no', 'unknown']) })
/** What a vacancy is worth to the person, in points of the plan’s weights. */
export const Worth = Type.Object({
  occupation: Type.Integer(),
  skill: Type.Integer(),
  place: Type.Integer(),
  wage: Type.Integer(),
  home: Type.Integer(),
  total: Type.Integer(),
})
/** Wages within one step of so many yuan a month are worth the same. */
const Weights = Type.Object({ version: Type.String(), wageStep: Type.Integer(), assumption: orNull(Words) })
/** The open vacancies that were looked through: when they were read, how many, and how many ask for a certificate the engine cannot tell apart. */
const Snapshot = Type.Object({ takenAt: Instant, vacancies: Type.Integer(), leftOut: Type.Integer() })
/** A run by which something is told: who looks at it is told which. */
export const RunTold = Type.Object({ id: LedgerId, on: DayText, endedAt: Instant })
/** Whose cut-offs tell the chances; null = none placed anybody here yet. */
const Run = orNull(RunTold)
/** A condition that alone bars so many vacancies; of a certificate, which. */
export const Opening = Type.Object({
  condition: Condition,
  certificate: orNull(Type.String()),
  vacancies: Type.Integer(),
  openings: Type.Integer(),
})
/** Who would go with the person: the spouse, or neighbours; nobody where they were not asked themselves. */
export const Company = Type.Object({
  kind: Type.Enum(['couple', 'neighbours']),
  people: Type.Array(Type.Object({ person: LedgerId, name: Type.String() })),
})
/** How near a companion could work, how many of them come that near, and in which vacancy. */
export const Near = Type.Object({
  step: Type.Enum([...STEPS]),
  people: Type.Integer(),
  vacancy: Type.Object({ id: LedgerId, title: Type.String() }),
})
/** With the points it is worth to whoever would go in company. */
const TogetherShape = Type.Object({ ...Near.properties, points: Type.Integer() })
export type Together = Static<typeof TogetherShape>
/** Chance in thousandths of getting it, by the last run's cut-off. */
const chance = Type.Integer()
const one = Type.Object({ id: LedgerId })

export const offersApi = contract({
  listOffers: {
    method: 'GET',
    path: '/api/people/:id/offers',
    needs: 'people.read',
    summary: 'The best open vacancies for a person by their work wish, with reasons, and what would open more; logged',
    params: one,
    query: Type.Object({ on: asOf.on }),
    reply: Type.Object({
      /** False where nobody asked the person yet: then nothing is offered. */
      asked: Type.Boolean(),
      weights: Weights,
      snapshot: Snapshot,
      run: Run,
      offers: Type.Array(
        Type.Object({
          vacancy: VacancyLine,
          /** Not wished for itself, but a neighbour in the classification of what was. */
          neighbour: Type.Boolean(),
          worth: Worth,
          chance,
          conditions: Type.Array(Judged),
          together: orNull(TogetherShape),
        }),
      ),
      /** With whom the person would go; null = alone, or not asked. */
      company: orNull(Company),
      wouldOpen: Type.Array(Opening),
    }),
  },
  listPlainOffers: {
    method: 'GET',
    path: '/api/people/:id/plain-offers',
    needs: 'people.read',
    summary:
      'Open vacancies for a person that do not follow their profile: the newest, or those nearest to their home; of the file only the ages that the law sets, and the home, are read; logged',
    params: one,
    query: Type.Object({ on: asOf.on, order: Type.Enum(['newest', 'nearest']) }),
    reply: Type.Object({
      snapshot: Snapshot,
      /** False where no birth date is known: then no age was held against anything. */
      ageKnown: Type.Boolean(),
      /** Vacancies left out because the law or a rule keeps that age from them. */
      barred: Type.Integer(),
      vacancies: Type.Array(
        Type.Object({
          vacancy: VacancyLine,
          from: DayText,
          /** 0 own village, 1 own town, 2 own county, 3 the city, 4 outside. */
          steps: Type.Integer({ minimum: 0, maximum: 4 }),
        }),
      ),
    }),
  },
  listCandidates: {
    method: 'GET',
    path: '/api/vacancies/:id/candidates',
    needs: 'people.list',
    summary: 'People of the post’s area whose work wish fits a vacancy, the best first, with reasons; logged',
    params: one,
    query: Type.Object({ on: asOf.on }),
    reply: Type.Object({
      weights: Weights,
      run: Run,
      /** How many fit in all; the list holds the first fifty. */
      eligible: Type.Integer(),
      /** More people of the post’s area wish for such work than are weighed at once: the list is of some of them. */
      limited: Type.Boolean(),
      candidates: Type.Array(
        Type.Object({
          person: LedgerId,
          name: Type.String(),
          areaName: Type.String(),
          points: Type.Integer(),
          chance,
          conditions: Type.Array(Judged),
        }),
      ),
    }),
  },
})
