import { addDays, type Day, dayNumber } from '#domain/base/date.ts'
import type { Spell } from '../file/file-view.ts'

/** What a spell was at a moment of knowledge: held, held no longer, or not known yet. */
export type Standing = 'held' | 'superseded' | 'later'

export function standingOf(spell: Spell, knownAt: string | undefined): Standing {
  if (knownAt === undefined) return spell.knownTo === null ? 'held' : 'superseded'
  const at = Date.parse(knownAt)
  if (Date.parse(spell.knownFrom) > at) return 'later'
  return spell.knownTo !== null && Date.parse(spell.knownTo) <= at ? 'superseded' : 'held'
}

/** The last day on which it was true, as people write it; the ledger keeps the first day on which it no longer was. */
export const lastDayOf = (spell: Pick<Spell, 'to'>): Day | null => (spell.to === null ? null : addDays(spell.to, -1))

/** One row of a lane holds spells that do not overlap. */
export function stacked<S extends Pick<Spell, 'from' | 'to'>>(spells: readonly S[]): S[][] {
  const rows: S[][] = []
  for (const spell of [...spells].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const row = rows.find((one) => (one.at(-1)?.to ?? '9999') <= spell.from)
    if (row) row.push(spell)
    else rows.push([spell])
  }
  return rows
}

/** Years that a chart spans, and where a day lies in it, from 0 to 1. */
export function scaleOf(spells: readonly Pick<Spell, 'from' | 'to'>[], on: Day) {
  const days = [on, ...spells.flatMap((spell) => [spell.from, spell.to ?? on])].sort()
  const first = Number(days[0]!.slice(0, 4))
  const last = Number(days.at(-1)!.slice(0, 4)) + 1
  const start = dayNumber(`${first}-01-01`)
  const width = dayNumber(`${last}-01-01`) - start
  const at = (day: Day) => Math.min(1, Math.max(0, (dayNumber(day) - start) / width))
  return { first, last, at }
}
