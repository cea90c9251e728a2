import { expect, test } from 'vitest'
import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { draftOf, factsOf, isWhole } from './draft.ts'

const facts: VacancyFacts = {
  ...{
    kind: 'workshop',
    title: '缝纫工',
    occupation: '6-05-01-03',
    employer: '某厂',
    place: 500235000000,
    openings: 3,
  },
  ...{
    wageForm: 'piece',
    wageLowFen: 350_050,
    board: false,
    training: true,
    ageFrom: 18,
    hazards: ['cold'],
    from: '2021-09-17',
  },
}

test('a form says back what it was made from, and leaves out what is empty', () => {
  expect(factsOf(draftOf(facts))).toEqual(facts)
  expect(factsOf(draftOf({}))).toEqual({})
})
test('what every vacancy must say is missed', () => {
  expect(isWhole(factsOf(draftOf(facts)))).toBe(true)
  expect(isWhole(factsOf({ ...draftOf(facts), occupation: '' }))).toBe(false)
})
