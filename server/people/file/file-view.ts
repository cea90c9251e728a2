import type { Input, Reply } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import { ancestorsOf, CITY } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { type FoundPerson, refusePerson } from '../list/find-person.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { ageOn, personLines } from '../list/person-line.ts'
import { readQuestion } from '../list/question.ts'
import { getFileOrSurvivor } from '../merge/gone-file.ts'
import { compiledRule } from '../why/compiled.ts'
import { outcomesOf } from '../why/outcomes.ts'
import { factsInWords } from './fact-words.ts'
import { loadFile } from './load-file.ts'
import { siteNames } from './site-names.sql.ts'
import { spellView } from './spell-view.ts'
import { countiesOf, spellRows } from './spells.sql.ts'

type FileView = Reply<typeof peopleApi.getFile>

/** 一人一档: what is known of a person on a day, everything ever said, and what follows by every rule of the plan. Logged before it is shown. */
export async function viewFile(
  tx: Tx,
  { params, query }: Input<typeof peopleApi.getFile>,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: PeopleGiven,
): Promise<FileView> {
  const { clocks, asOf } = await readQuestion(tx, query, { today: (await given.defaults()).on, now: ctx.now })
  const person = await getFileOrSurvivor(tx, params.id, clocks.knownAt)
  await recordRead(tx, ctx.actor, {
    action: 'people.read',
    object: { kind: 'person', county: person.county, area: person.area, id: person.id },
    detail: `on ${asOf.on}`,
    rows: 1,
  })
  const file = (await loadFile(tx, person.county, person.id, clocks)) ?? refusePerson(person.id)
  const [line] = await personLines(tx, [person], clocks)
  const names = await areaNames(tx)
  return {
    asOf,
    person: { ...(line ?? refusePerson(person.id)), ...headOf(person, file, names) },
    household: householdOf(file, given.plan(), clocks.on, names),
    spells: await spellsOf(tx, person.id, names),
    outcomes: await outcomesOf(tx, { file, person, plan: given.plan(), clocks }),
  }
}

/** Told in the head of a file, or of the record and not of the person. */
const TOLD = new Set(['county', 'area', 'birth_date', 'death_date', 'opened_on', 'sex'])

function headOf(person: FoundPerson, file: FileRecord, names: AreaNames) {
  const above = ancestorsOf(person.area).filter((code) => code !== CITY)
  return {
    phone: textOf(file.phone_mask),
    bank: textOf(file.bank_mask),
    birthDate: person.birth_date,
    deathDate: person.death_date,
    facts: factsInWords('person', file, TOLD, names),
    version: person.version,
    openedOn: file.opened_on as string,
    ancestors: above.map((code) => ({ code, name: names.nameOf(code) })),
  }
}
const textOf = (value: unknown) => (value ?? null) as string | null

const HOUSEHOLD_TOLD = new Set(['county', 'area', 'code'])

function householdOf({ household }: FileRecord, plan: Plan, on: string, names: AreaNames): FileView['household'] {
  if (!household) return null
  const home = household as FileRecord & { members: FileRecord[] }
  const working = compiledRule(plan, 'person', 'in_work', on)
  return {
    id: home.id as number,
    code: textOf(home.code),
    facts: factsInWords('household', home, HOUSEHOLD_TOLD, names),
    members: home.members.map((member) => ({
      id: member.id as number,
      name: member.name as string,
      relation: textOf(member.relation),
      age: ageOn(textOf(member.birth_date), on),
      inWork: evaluate(working, member, 'strict') === true,
    })),
  }
}

async function spellsOf(tx: Tx, id: number, names: AreaNames): Promise<FileView['spells']> {
  const counties = await countiesOf(tx, id)
  const spells = await spellRows(tx, counties, id)
  const siteIds = spells.flatMap(({ row }) => [row.site_id, row.brand_id]).filter((site) => typeof site === 'number')
  const sites = siteIds.length > 0 ? await siteNames(tx, counties, siteIds) : new Map<number, string>()
  return spells.map((spell) => spellView(spell, names, sites))
}
