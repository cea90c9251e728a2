import type { WordKey } from '../words.ts'

/** 1 city … 4 village. */
export const levelWord = (level: number) =>
  `places.level.${Math.min(4, Math.max(1, level))}` as Extract<WordKey, `places.level.${string}`>
