import { type BatchRows, takeRows } from '../generate/batch.ts'
import { newWriters, sinksOf } from '../generate/desk.ts'
import type { Sealer } from '../generate/seal.ts'
import { Randomness } from '../randomness.ts'
import type { DrawnSite } from '../sites/sites.ts'
import { stories } from '../stories.ts'
import { type StoryDesk, tell } from './story-rows.ts'
import { tellSpecial } from './story-special.ts'

/** Ids of the story people's own rows begin here; below lie the people and their households. */
const FIRST_ROW_ID = 2000

/** The story people's rows, ready for COPY: a batch of its own, before all others. */
export function tellStories(sealer: Sealer, workshopsOf: (county: number) => DrawnSite[]): BatchRows {
  const writers = newWriters()
  const desk: StoryDesk = {
    rows: sinksOf(writers),
    sealer,
    chance: new Randomness('stories'),
    next: FIRST_ROW_ID,
    workshopsOf,
  }
  for (const story of stories) tell(desk, story)
  tellSpecial(desk)
  return { index: -1, tables: takeRows(writers) }
}
