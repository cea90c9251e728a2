import type { Words } from '../../base/fail.ts'
import type { Plan } from '../indicator.ts'
import type { Entry, Kind, Parts } from '../read/folder.ts'
import type { Path, PlanProblem } from '../read/problem.ts'
import { unknownName } from '../read/problem.ts'
import { sayIn } from '../read/yaml-file.ts'

/** What a check of a plan folder sees; it says what is wrong at the place it stands. */
export type Checked = { parts: Parts; plan: Plan; base: Plan | undefined; problems: PlanProblem[] }

/** What a reference names, and the kinds of file it is defined in. */
export type Named = Words & { in: readonly Kind[] }

export const unread = (cx: Checked, kinds: readonly Kind[]): boolean => kinds.some((kind) => cx.parts.unread.has(kind))

export const say = (cx: Checked, entry: Entry<unknown>, path: Path, message: Words): void =>
  sayIn(entry.file, cx.problems, entry.path)(path, message)

/** Holds a reference; silent where the file it points into could not be read. */
export function known(
  cx: Checked,
  place: { entry: Entry<unknown>; path: Path },
  what: Named,
  name: string,
  names: readonly string[],
): boolean {
  if (names.includes(name)) return true
  if (!unread(cx, what.in)) say(cx, place.entry, place.path, unknownName(what, name, names))
  return false
}

/** Says every second use of a key among entries of one kind. */
export function once(
  cx: Checked,
  keys: readonly { key: string; entry: Entry<unknown>; path: Path }[],
  what: Words,
): void {
  const first = new Map<string, string>()
  for (const { key, entry, path } of keys) {
    const before = first.get(key)
    if (before === undefined) first.set(key, entry.file.name)
    else
      say(cx, entry, path, {
        zh: `${what.zh}“${key}”已在 ${before} 中定义；改用别的键，或删去其一。`,
        en: `The ${what.en} “${key}” is already in ${before}; choose another key, or delete one.`,
      })
  }
}
