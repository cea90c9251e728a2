import type { Static } from 'typebox'
import type { Words } from '#domain/base/fail.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import { supersededBy } from '#domain/people/codes.ts'
import type { CodeList, Fact } from '#domain/people/fact.ts'
import type { SpellView } from '#domain/people/people.api.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { factsInWords, valueWords } from './fact-words.ts'
import type { SpellRow } from './spells.sql.ts'

/** Told by the view's own fields, or in the title. */
const TOLD = new Set([
  ...['county', 'area', 'started_on', 'ended_on', 'evidence', 'source'],
  ...['verified_on', 'verified_until', 'verified_method'],
])
/** The fact that says best what a spell is, by its record. */
const TITLE: Readonly<Record<string, string>> = {
  employment: 'employer',
  training: 'course',
  enterprise: 'name',
  public_post: 'duty',
  talent: 'name',
  grant_paid: 'programme',
  dispatch: 'corridor',
  roster: 'role',
  attendance: 'days',
  round_answer: 'outcome',
  referral: 'title',
  retention_answer: 'outcome',
  wage_claim: 'employer',
}

/** One version of a spell, in words, on both clocks. */
export function spellView(
  spell: SpellRow,
  names: AreaNames,
  sites: ReadonlyMap<number, string>,
): Static<typeof SpellView> {
  const { record, row } = spell
  const file = byFacts(record, row)
  const verifiedOn = row.verified_on as string | null
  return {
    id: row.id as number,
    record,
    title: titleOf(spell, file, names),
    from: row.valid_from as string,
    to: row.valid_to as string | null,
    knownFrom: spell.known_from,
    knownTo: spell.known_to,
    superseded: spell.superseded_by === null ? null : reasonOf(spell.superseded_by),
    source: row.source as string,
    evidence: row.evidence as string | null,
    verified:
      verifiedOn === null
        ? null
        : {
            on: verifiedOn,
            method: row.verified_method as string | null,
            by: row.verified_by as string | null,
            until: row.verified_until as string | null,
          },
    facts: [...factsInWords(record, file, TOLD, names), ...siteFacts(record, row, sites)],
  }
}

const plain = (text: string): Words => ({ zh: text, en: text })
const reasonOf = (why: string): Words => (supersededBy as CodeList)[why] ?? plain(why)
const factsOf = (record: string) => Object.entries(catalogue[record as 'person'].facts) as [string, Fact][]

const byFacts = (record: string, row: SpellRow['row']) =>
  Object.fromEntries(
    factsOf(record).flatMap(([key, fact]) => (fact.kind === 'scalar' ? [[key, row[fact.column]]] : [])),
  )

/** 务工：某某公司; a spell of kinds is named by its kind, and by what it is called where that is known. */
function titleOf({ record }: SpellRow, file: Record<string, unknown>, names: AreaNames): Words {
  const { label } = catalogue[record as 'person']
  const said = ['kind', 'stream', TITLE[record] ?? ''].flatMap((key) => {
    const fact = factsOf(record).find(([name]) => name === key)?.[1]
    const value = fact?.kind === 'scalar' ? valueWords(fact, key, file[key], names) : undefined
    return value?.zh ? [value] : []
  })
  if (said.length === 0) return label
  return {
    zh: `${label.zh}：${said.map(({ zh }) => zh).join(' · ')}`,
    en: `${label.en}: ${said.map(({ en }) => en).join(' · ')}`,
  }
}

/** The site of a roster, the brand of a job, by name. */
function siteFacts(record: string, row: SpellRow['row'], sites: ReadonlyMap<number, string>) {
  return factsOf(record).flatMap(([key, fact]) => {
    const column = fact.kind === 'ref' && fact.to === 'site' ? fact.on[1]![0] : undefined
    const name = column === undefined ? undefined : sites.get(row[column] as number)
    return name === undefined ? [] : [{ key, label: fact.label, value: plain(name) }]
  })
}
