import type { Entry } from '../read/folder.ts'
import type { Path } from '../read/problem.ts'
import { type Checked, known, type Named, say } from './context.ts'

const SOURCE: Named = { zh: '来源', en: 'source', in: ['sources'] }

/** Every source is listed, and what has none says that it is an assumption: nothing is invented. */
export function checkSources(cx: Checked): void {
  const { cases: _, sources: __, unread: ___, ...cited } = cx.parts
  const names = Object.keys(cx.plan.sources)
  for (const entry of Object.values(cited).flat() as Entry<unknown>[]) {
    for (const { path, source } of sourcesIn(entry.value)) known(cx, { entry, path }, SOURCE, source, names)
  }
  for (const entry of cx.parts.parameters) {
    for (const [i, parameter] of entry.value.parameters.entries()) justified(cx, entry, ['parameters', i], parameter)
  }
  for (const entry of cx.parts.decompositions) justified(cx, entry, [], entry.value)
  for (const entry of [...cx.parts.needs, ...cx.parts.checks]) justified(cx, entry, [], entry.value)
}

function* sourcesIn(value: unknown, path: Path = []): Generator<{ path: Path; source: string }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    if (key === 'source' && typeof item === 'string') yield { path: at, source: item }
    else yield* sourcesIn(item, at)
  }
}

function justified(
  cx: Checked,
  entry: Entry<unknown>,
  path: Path,
  said: { source?: string; assumption?: unknown },
): void {
  if (said.source !== undefined || said.assumption !== undefined) return
  say(cx, entry, path, {
    zh: '既没有来源（source），也没有写明是假设（assumption）；补上其一。',
    en: 'There is neither a source nor an assumption; add one of them.',
  })
}
