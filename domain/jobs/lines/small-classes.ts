import type { Occupation } from '../occupation/occupation.ts'

/** Small classes (小类) of the classification, the grain at which people and vacancies meet, and what finds one: codes, names, other names. */
export type SmallClasses = { codes: string[]; middleClass: Uint16Array; find(text: string): number | undefined }

export function smallClassesOf(all: readonly Occupation[]): SmallClasses {
  const codes = all
    .filter(({ level }) => level === 3)
    .map(({ code }) => code)
    .sort()
  const small = new Map(codes.map((code, at) => [code, at]))
  const middle = new Map([...new Set(codes.map(middleOf))].map((code, at) => [code, at]))
  const named = new Map<string, number | undefined>()
  for (const { code, name, aliases, level } of all) {
    const at = small.get(smallOf(code))
    if (at === undefined || level < 3) continue
    // A name that stands for two classes finds neither: whoever means one writes its code.
    for (const each of new Set([name, ...aliases]))
      named.set(each, named.has(each) && named.get(each) !== at ? undefined : at)
  }
  return {
    codes,
    middleClass: Uint16Array.from(codes, (code) => middle.get(middleOf(code))!),
    find: (text) => small.get(smallOf(text)) ?? named.get(text),
  }
}

const smallOf = (code: string): string => code.split('-').slice(0, 3).join('-')
const middleOf = (code: string): string => code.split('-').slice(0, 2).join('-')
