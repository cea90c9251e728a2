import type { Static } from 'typebox'
import { Refusal } from '#domain/base/fail.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import type { Catalogue, Fact, Parameters } from '#domain/people/fact.ts'
import { compile } from '#domain/rules/predicate.ts'
import type { FactView, rulesApi } from '#domain/rules/rules.api.ts'
import { typeName } from '#domain/rules/type.ts'

export type RulesGiven = {
  catalogue: Catalogue
  /** Names a rule may use beside the facts: those of the plan in force. */
  parameters: () => Parameters
}

/** The facts rules are written with, and whether a text is a rule; sealed facts are not offered, a rule of a list may not read them. */
export function rulesHandlers<Ctx>({ catalogue, parameters }: RulesGiven): Handlers<typeof rulesApi, Ctx> {
  const viewRecords = () =>
    Object.entries(catalogue).map(([record, { label, facts }]) => ({
      record,
      label,
      facts: Object.entries(facts)
        .filter(([, fact]) => !isSealed(fact))
        .map(([key, fact]) => viewFact(key, fact, () => derivedType({ catalogue, root: record }, key, parameters()))),
    }))
  let records: ReturnType<typeof viewRecords> | undefined
  return {
    listFacts: async () => {
      records ??= viewRecords()
      return { records }
    },
    checkRule: async ({ body }) => checkRule(catalogue, body.record, body.text, parameters()),
  }
}

const isSealed = (fact: Fact | undefined): boolean => fact?.kind === 'scalar' && fact.sealed === true

/** The type a derived fact comes to; null where it needs what is not there. */
function derivedType(
  place: { catalogue: Catalogue; root: string },
  key: string,
  parameters: Parameters,
): string | null {
  try {
    return typeName(compile(key, { ...place, parameters }).type)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function viewFact(key: string, fact: Fact, derived: () => string | null): Static<typeof FactView> {
  const codes = fact.kind === 'scalar' && fact.codes ? Object.entries(fact.codes) : null
  return {
    key,
    label: fact.label,
    kind: fact.kind,
    type: fact.kind === 'scalar' ? fact.type : fact.kind === 'derived' ? derived() : null,
    of: fact.kind === 'list' ? fact.of : fact.kind === 'ref' ? fact.to : null,
    nullable: fact.kind === 'scalar' || fact.kind === 'ref' ? fact.nullable : fact.kind === 'derived',
    codes: codes?.map(([code, label]) => ({ code, label })) ?? null,
    unit: fact.kind === 'scalar' ? (fact.unit ?? null) : null,
    note: fact.kind === 'derived' ? (fact.note ?? null) : null,
  }
}

type Verdict = Reply<(typeof rulesApi)['checkRule']>
function checkRule(catalogue: Catalogue, root: string, text: string, parameters: Parameters): Verdict {
  const refuse = (zh: string, en: string): Verdict => {
    return { ok: false, type: null, error: { message: { zh, en }, from: 0, to: text.length } }
  }
  if (!Object.hasOwn(catalogue, root)) {
    const known = Object.keys(catalogue).join(', ')
    return refuse(`没有“${root}”这类记录；现有：${known}。`, `There is no record “${root}”; there are: ${known}.`)
  }
  try {
    const { type, facts } = compile(text, { catalogue, root, parameters })
    const sealed = facts.filter((name) => {
      const [record, key] = name.split('.') as [string, string]
      return isSealed(catalogue[record]?.facts[key])
    })
    if (sealed.length) {
      const names = sealed.join(', ')
      return refuse(`${names} 是受保护的事实，不能用于筛选。`, `${names} is sealed and cannot be filtered by.`)
    }
    return { ok: true, type: typeName(type), error: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { from = 0, to = text.length } = (error.where ?? {}) as { from?: number; to?: number }
    return { ok: false, type: null, error: { message: error.words, from, to } }
  }
}
