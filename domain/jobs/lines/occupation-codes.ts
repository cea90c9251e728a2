/** Small classes of the classification of 2022, and what finds them: codes of any finer entry, names, aliases. */
export type Occupations = { codes: string[]; middleClass: Uint16Array; find(text: string): number | undefined }

export type ClassificationLine = { code: string; level: number; name: string; aliases: string[] }

export function occupationsOf(lines: readonly ClassificationLine[]): Occupations {
  const codes = [...new Set(lines.filter(({ level }) => level === 3).map(({ code }) => code))].sort()
  const small = new Map(codes.map((code, at) => [code, at]))
  const middle = new Map([...new Set(codes.map(middleOf))].map((code, at) => [code, at]))
  const named = new Map<string, number | undefined>()
  for (const { code, name, aliases, level } of lines) {
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
