import { parse } from 'yaml'
import type { Words } from '../../base/fail.ts'

/** 帮扶层级: who is served first. Each tier is a rule over a person's file; whoever fits none stands after all of them. */
export type Tiers = {
  version: string
  /** No source ranks them. */
  assumption: boolean
  tiers: { key: string; name: Words; where: string }[]
  others: Words
}

/** Tiers that the engine's packed order can hold, with the one for everybody else. */
const MOST_TIERS = 7
/** What may play no part in who is served first. */
const NEVER_READ: readonly string[] = ['person.sex', 'person.ethnic', 'person.name', 'person.relation']

/** The tiers of `plans/common/assistance-tiers.yaml`; throws what is wrong with them. */
export function readTiers(text: string): Tiers {
  const tiers = parse(text) as Tiers
  const keys = tiers.tiers.map(({ key }) => key)
  if (keys.length === 0 || keys.length > MOST_TIERS) throw new Error(`there must be 1 to ${MOST_TIERS} tiers`)
  if (new Set(keys).size < keys.length) throw new Error('a tier stands twice')
  return tiers
}

/** Facts of a tier's rule that may play no part in it. */
export const barredFacts = (facts: readonly string[]): string[] => facts.filter((fact) => NEVER_READ.includes(fact))

/** What a tier is called, counted from 1. */
export const tierName = ({ tiers, others }: Tiers, tier: number): Words => tiers[tier - 1]?.name ?? others
