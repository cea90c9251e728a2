import { expect, it } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'

it('answers once for a name, at the same time and later; another name, or one that failed, anew', async () => {
  const kept = new KeptAnswers<number>()
  let asked = 0
  const answer = async () => ++asked
  expect(await Promise.all([kept.get('a', answer), kept.get('a', answer)])).toEqual([1, 1])
  expect(await kept.get('a', answer)).toBe(1)
  expect(await kept.get('b', answer)).toBe(2)
  await expect(kept.get('c', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await kept.get('c', answer)).toBe(3)
})
it('forgets the oldest', async () => {
  const kept = new KeptAnswers<number>()
  let asked = 0
  for (let name = 0; name < 300; name++) await kept.get(String(name), async () => ++asked)
  expect(await kept.get('0', async () => ++asked)).toBe(301)
  expect(await kept.get('299', async () => ++asked)).toBe(300)
})
