import { type Static, Type } from 'typebox'
import { DayText } from '../../base/shapes.ts'
import { Kind } from '../vacancy/vacancy.api.ts'

/** What may be chosen of a run. What is left out is as `DEFAULTS` says; without a seed the server draws one and shows it. */
export const RunSettings = Type.Object({
  on: Type.Optional(DayText),
  /** Whoever has the need for work, or whoever has a work wish in force. */
  people: Type.Optional(Type.Enum(['need', 'wish'])),
  kinds: Type.Optional(Type.Array(Kind, { minItems: 1, maxItems: 4, uniqueItems: true })),
  /** Of a hundred openings left, how many the run gives out. */
  openingsShare: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  backUps: Type.Optional(Type.Integer({ minimum: 0, maximum: 4 })),
  factor: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
  extent: Type.Optional(Type.Enum(['full', 'quick'])),
  seed: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
})
export type RunSettings = Static<typeof RunSettings>

/** What the button starts where nobody chose anything else, and what runs every night. */
export const DEFAULTS = {
  people: 'need',
  kinds: ['employer', 'workshop', 'public_post', 'corridor'],
  openingsShare: 100,
  backUps: 3,
  factor: 2,
  extent: 'full',
} as const satisfies RunSettings

/** Occupations of a file that are looked for where nobody asked the person. */
export const MOST_WORKED = 4
