import { catalogue } from '#domain/people/catalogue.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'

/** Whose facts a part of a rule reads: the record it stands on, and the elements its variables are bound to. */
export type Standing = { record: FileRecord | undefined; variables: ReadonlyMap<string, FileRecord | undefined> }
export const standingOn = (record: FileRecord | undefined): Standing => ({ record, variables: new Map() })

/** The record that `m` of `m.current` names, or `household` of `household.relocated`; the record stood on for a bare name. */
export function ownerOf(text: string, standing: Standing): FileRecord | undefined {
  const at = text.lastIndexOf('.')
  return at < 0 ? standing.record : (walk(text.slice(0, at).trim(), standing) as FileRecord | undefined)
}

/** Where the elements of `some m in memberships satisfies …` or `grants[…]` stand, one by one. */
export function elementStanding(text: string, index: number, standing: Standing): Standing {
  const [, variable, listed] = /^(?:some|every|for)\s+(\S+)\s+in\s+([^\s()[\]]+)/.exec(text) ?? []
  const path = listed ?? /^([^\s()[\]]+)\s*\[/.exec(text)?.[1]
  const list = path === undefined ? undefined : walk(path, standing)
  const element = Array.isArray(list) ? (list[index] as FileRecord | undefined) : undefined
  if (variable === undefined) return { ...standing, record: element }
  return { ...standing, variables: new Map(standing.variables).set(variable, element) }
}

function walk(path: string, { record, variables }: Standing): unknown {
  const [first = '', ...rest] = path.split('.').map((step) => step.trim())
  let at: unknown = variables.has(first) ? variables.get(first) : factOf(record, first)
  for (const step of rest) at = factOf(at, step)
  return at
}

/** By key or by label, as rules are written. A list that was not read with the file has no elements to show. */
function factOf(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  const key = name in record ? name : keysOf(name).find((each) => each in record)
  const own = key === undefined ? undefined : Object.getOwnPropertyDescriptor(record, key)
  return own && 'value' in own ? own.value : undefined
}

const keysOf = (label: string): string[] =>
  Object.values(catalogue).flatMap(({ facts }) =>
    Object.entries(facts).flatMap(([key, fact]) => (fact.label.zh === label || fact.label.en === label ? [key] : [])),
  )
