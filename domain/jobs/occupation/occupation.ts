import { parse } from 'yaml'

/** An entry of the occupational classification of 2022: `level` 1 (8 major groups) to 4 (1,639 occupations). */
export type Occupation = { code: string; level: number; name: string; aliases: readonly string[] }
/** How a free text met an occupation: its name, another name of it, or a part of either. */
export type OccupationOffer = Pick<Occupation, 'code' | 'level' | 'name'> & {
  /** The other name that was met; null where it was the name itself. */
  alias: string | null
  how: 'exact' | 'starts' | 'within' | 'contains'
}
export type Occupations = { all: readonly Occupation[]; byCode: ReadonlyMap<string, Occupation> }

/** Codes at which people are placed: small groups and occupations. */
export const OCCUPATION_CODE = /^[1-8](-\d{2}){2,3}$/

/**
 * The classification as `plans/common` keeps it (comma-separated, no quotes), with the everyday names beside its own aliases.
 * A name for a code that the classification has not is an error: it would lead nowhere.
 */
export function readOccupations(csv: string, everyday: string): Occupations {
  const rows = csv.trim().split('\n').slice(1)
  const said = (parse(everyday) as { names: Record<string, string[]> }).names
  const all = rows.map((row): Occupation => {
    const [code = '', , level, name = '', , , aliases = ''] = row.split(',')
    return { code, level: Number(level), name, aliases: [...namesIn(aliases, name), ...(said[code] ?? [])] }
  })
  const byCode = new Map(all.map((one) => [one.code, one]))
  const lost = Object.keys(said).filter((code) => !byCode.has(code))
  if (lost.length > 0) throw new Error(`everyday names for occupations that are not there: ${lost.join(', ')}`)
  return { all, byCode }
}

/** The aliases without the name itself, which the list repeats, with its green and digital marks. */
const namesIn = (aliases: string, name: string): string[] =>
  aliases.split('|').filter((alias) => alias !== '' && alias.replace(/(L|S|L\/S)$/, '') !== name)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·,，。、;；:：!！()（）/]/g, '')

const RANK = { exact: 0, starts: 1, within: 2, contains: 3 } as const

/**
 * Occupations for what somebody typed, the likeliest first: the whole name or another name of it, one that begins with the text, one that has the text
 * within it, and one that stands within the text (招月嫂两名). Of those that fit alike, occupations come before groups and shorter names first.
 */
export function findOccupations({ all }: Occupations, text: string, limit = 10): OccupationOffer[] {
  const wanted = plain(text)
  if (wanted === '') return []
  const found = all.filter(({ level }) => level >= 3).flatMap((one) => bestOf(one, wanted) ?? [])
  return found
    .toSorted((a, b) => a.rank - b.rank || b.offer.level - a.offer.level || a.length - b.length)
    .slice(0, limit)
    .map(({ offer }) => offer)
}

type Ranked = { offer: OccupationOffer; rank: number; length: number }

function bestOf({ code, level, name, aliases }: Occupation, wanted: string): Ranked | undefined {
  const tried = [name, ...aliases].flatMap((each, at): Ranked[] => {
    const how = howMet(plain(each), wanted)
    if (how === undefined) return []
    const offer = { code, level, name, alias: at === 0 ? null : each, how }
    // Of names that stand in the text the longest says most: 电焊工 before 电工.
    const length = how === 'contains' ? -each.length : each.length
    return [{ offer, rank: 2 * RANK[how] + (at === 0 ? 0 : 1), length }]
  })
  return tried.toSorted((a, b) => a.rank - b.rank || a.length - b.length)[0]
}

function howMet(name: string, wanted: string): OccupationOffer['how'] | undefined {
  if (name === wanted) return 'exact'
  if (name.startsWith(wanted)) return 'starts'
  if (wanted.length > 1 && name.includes(wanted)) return 'within'
  return name.length > 1 && wanted.includes(name) ? 'contains' : undefined
}

/** What it lies in, the widest first: 6, 6-05, 6-05-01. */
export const groupsOf = ({ byCode }: Occupations, code: string): Occupation[] =>
  code
    .split('-')
    .map((_, at, parts) => byCode.get(parts.slice(0, at + 1).join('-')))
    .filter((one) => one !== undefined)
    .slice(0, -1)
